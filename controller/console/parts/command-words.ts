/** What became of a command, in words. Pure. */
import type { CommandState } from '../../../shared/protocol/commands.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { Tone } from '../app/words.ts';

export const commandNames: Readonly<Record<CommandState['command'], string>> = {
  identify: '이름 띄우기',
  screenshot: '사진 찍기',
  reload: '새로 고치기',
  blank: '화면 끄기',
  unblank: '화면 다시 켜기',
};

/** `보드가 받았습니다 · 0.1초`, or that it has not, and what then. */
export function commandWords(
  command: CommandState,
  at: EpochMs,
): { readonly tone: Tone; readonly words: string; readonly isWaiting: boolean } {
  const { outcome, message, sentAt, answeredAt, expiresAt } = command;
  const took = answeredAt === null ? '' : ` · ${((answeredAt - sentAt) / 1000).toFixed(1)}초`;
  const isOver = at >= expiresAt;
  switch (outcome) {
    case 'done':
      return say('good', `보드가 받았습니다${took}`);
    case 'failed':
      return say('bad', `보드가 받았지만 하지 못했습니다. ${message ?? ''}`.trim());
    case 'expired':
      return say('warn', '너무 늦게 도착해서 보드가 하지 않았습니다. 다시 눌러 주십시오.');
    case 'received':
      return isOver
        ? say('warn', `보드가 받았지만${took} 다 했다는 말이 없습니다. 다시 눌러 주십시오.`)
        : { ...say('soft', `보드가 받았습니다${took} · 하고 있습니다`), isWaiting: true };
    case null:
      return isOver
        ? say(
            'bad',
            '보드가 받지 못했습니다. 1분이 지나 없던 일이 되었습니다. PC의 인터넷을 확인해 주십시오.',
          )
        : { ...say('soft', '보내는 중입니다. 보드의 대답을 기다립니다.'), isWaiting: true };
  }
}

function say(tone: Tone, words: string) {
  return { tone, words, isWaiting: false };
}
