/** What this board does when it is commanded. */
import type { KioskServices } from './kiosk-services.ts';
import type { SocketLink } from './link/socket-link.ts';
import { Commands } from './player/commands.ts';
import type { Keeper } from './player/keeper.ts';

export interface BoardCommandsParts {
  readonly services: KioskServices;
  readonly keeper: Keeper;
  /** Null before the board is paired. */
  readonly link: () => SocketLink | null;
}

const IDENTIFY_MS = 10_000;

export function boardCommands({ services, keeper, link }: BoardCommandsParts): Commands {
  const { board, clock, memory, reload } = services;
  return new Commands({
    storage: memory,
    now: () => clock.now(),
    isClockSet: () => clock.isSure,
    answer: (answer) => link()?.answerCommand(answer),
    obey: {
      blank: ({ until }) => keeper.blank(until),
      unblank: () => keeper.blank(null),
      identify: () => {
        board.boardName = keeper.held.screen?.name ?? null;
        setTimeout(() => (board.boardName = null), IDENTIFY_MS);
      },
      reload: () => reload(),
      screenshot: () => {
        throw new Error('이 보드에는 사진을 찍을 프로그램(launcher)이 없습니다.');
      },
    },
  });
}
