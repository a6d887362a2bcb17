import type { Fault, Verdict } from './verify-chain.ts';

const words: Readonly<Record<Fault, string>> = {
  changed: '이 줄의 내용이 기록된 뒤에 바뀌었습니다. / this row was changed after it was written.',
  unlinked:
    '바로 앞 줄과 이어지지 않습니다. 사이의 줄이 지워졌거나, 끼어들었거나, 옮겨졌습니다. / it does not follow the row before it: one was removed, added or moved.',
  rewritten:
    '내보낸 기준값과 다릅니다. 이 줄까지의 기록이 통째로 다시 쓰였습니다. / it differs from the exported head: the log was written anew up to here.',
  missing:
    '내보낸 기준값에 있는 줄이 없습니다. 여기부터 지워졌습니다. / an exported head is of a row that is gone.',
};

/** What is printed: one line when all is well, two with the first bad row. */
export function verdictWords({ rows, head, bad }: Verdict): string {
  const good = `감사 기록 ${rows}줄이 이어져 있습니다. / ${rows} rows are linked.`;
  const last = head === null ? '' : ` ${head.lastId} ${head.hash}`;
  if (bad === null) return good + last;
  return `${good}${last}\n${bad.id}번 줄부터 믿을 수 없습니다. / Row ${bad.id} is bad. ${words[bad.fault]}`;
}
