import type { Beat } from '../shared/protocol/events.ts';
import type { BoardDatabase } from './cache/database.ts';
import type { BoardClock } from './link/board-clock.ts';
import type { LauncherLink } from './link/launcher-link.ts';
import type { CommandStorage } from './player/commands.ts';
import type { SafeMode } from './player/safe-mode.ts';
import type { Suspects } from './player/suspects.ts';
import type { PlazaBoard } from './stage/plaza-board.ts';

/** What the page lends to the board: everything that would otherwise be reached for as a global. */
export interface KioskServices {
  readonly board: PlazaBoard;
  readonly clock: BoardClock;
  readonly safeMode: SafeMode;
  readonly suspects: Suspects;
  /** Null where the browser refuses storage: then nothing outlives the page. */
  readonly database: BoardDatabase | null;
  readonly fetch: typeof globalThis.fetch;
  readonly subtle: SubtleCrypto | undefined;
  readonly origin: string;
  /** Names the build, 16 characters; empty on a page that was not built. */
  readonly build: string;
  /** Of the page, in pixels of the signal. */
  readonly viewport: () => { readonly widthPx: number; readonly heightPx: number };
  readonly isPersisted: () => boolean;
  /** Small, and outlives the page. */
  readonly memory: CommandStorage;
  /** The process that runs the browser; without one it is not there. */
  readonly launcher: LauncherLink;
  /** How the browser is, for the beat. */
  readonly deviceFacts: () => Pick<Beat, 'storage' | 'frames'>;
  /** Starts the page anew, in good order. */
  readonly reload: () => void;
}
