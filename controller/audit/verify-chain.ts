import { FIRST_PREV_HASH, hashOfRow, type ChainedRow, type Head } from './chain.ts';

/**
 * What is wrong with a row: it was `changed`; it does not follow the row before it (`unlinked`: one between
 * them was removed, added or moved); the chain holds but an exported head says otherwise (`rewritten`); or an
 * exported head is of a row that is not there any more (`missing`).
 */
export type Fault = 'changed' | 'unlinked' | 'rewritten' | 'missing';

export interface Verdict {
  /** Rows that are good, up to the first bad one. */
  readonly rows: number;
  /** The last good row; null where there is none. */
  readonly head: Head | null;
  /** The first bad row; null when all is well. */
  readonly bad: { readonly id: number; readonly fault: Fault } | null;
}

/**
 * [U5] Checks `rows`, which are in the order of their ids, against each other and against `heads`, which were
 * exported earlier, in any order. No rows are good unless a head says that there were some.
 */
export function verifyChain(rows: Iterable<ChainedRow>, heads: readonly Head[] = []): Verdict {
  const expected = headsById(heads);
  let head: Head | null = null;
  let count = 0;
  for (const row of rows) {
    const gone = firstUnseen(expected, head?.lastId ?? 0, row.id);
    const fault = gone === undefined ? faultOf(row, head, expected.get(row.id)) : 'missing';
    if (fault) return { rows: count, head, bad: { id: gone ?? row.id, fault } };
    head = { lastId: row.id, hash: row.hash };
    count += 1;
  }
  const last = Math.max(0, ...expected.keys());
  const next = (head?.lastId ?? 0) + 1;
  return { rows: count, head, bad: last < next ? null : { id: next, fault: 'missing' } };
}

/** Heads that contradict each other cannot both be met: then the row is rewritten, whatever it says. */
function headsById(heads: readonly Head[]): ReadonlyMap<number, string> {
  const byId = new Map<number, string>();
  for (const { lastId, hash } of heads) {
    const known = byId.get(lastId);
    byId.set(lastId, known === undefined || known === hash ? hash : '');
  }
  return byId;
}

function faultOf(
  row: ChainedRow,
  before: Head | null,
  expected: string | undefined,
): Fault | undefined {
  if (row.prevHash !== (before?.hash ?? FIRST_PREV_HASH)) return 'unlinked';
  if (row.hash !== hashOfRow(row.prevHash, row)) return 'changed';
  return expected !== undefined && expected !== row.hash ? 'rewritten' : undefined;
}

/** The first id strictly between two rows whose head was exported. */
function firstUnseen(
  expected: ReadonlyMap<number, string>,
  afterId: number,
  beforeId: number,
): number | undefined {
  if (beforeId === afterId + 1) return undefined;
  return [...expected.keys()]
    .filter((id) => id > afterId && id < beforeId)
    .sort((a, b) => a - b)[0];
}
