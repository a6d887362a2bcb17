/** What this board does when it is commanded. */
import type { KioskServices } from './kiosk-services.ts';
import type { GlassReports } from './link/glass-reports.ts';
import type { SocketLink } from './link/socket-link.ts';
import { Commands } from './player/commands.ts';
import type { Keeper } from './player/keeper.ts';

export interface BoardCommandsParts {
  readonly services: KioskServices;
  readonly keeper: Keeper;
  readonly glassReports: GlassReports;
  /** Null before the board is paired. */
  readonly link: () => SocketLink | null;
}

const IDENTIFY_MS = 10_000;

export function boardCommands(parts: BoardCommandsParts): Commands {
  const { services, keeper, glassReports, link } = parts;
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
      screenshot: () => glassReports.screenshot(),
    },
  });
}
