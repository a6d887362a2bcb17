/** What the board says of itself: at each connection, and in every beat. */
import type { Beat, Glass, Hello } from '../shared/protocol/events.ts';
import { PROTOCOL_VERSION } from '../shared/protocol/version.ts';
import type { BoardLight } from './board-light.ts';
import type { BoardMedia } from './board-media.ts';
import type { StorageReport } from './cache/board-storage.ts';
import type { KioskServices } from './kiosk-services.ts';
import type { Failures } from './player/failures.ts';
import type { Keeper } from './player/keeper.ts';

export interface SelfReportParts {
  readonly services: KioskServices;
  readonly keeper: Keeper;
  readonly failures: Failures;
  readonly media: BoardMedia;
  readonly light: BoardLight;
  readonly stored: () => StorageReport;
  /** What was painted last; null before the first frame. */
  readonly glass: () => Glass | null;
}

const MOST_NAMED = 100;

export class SelfReport {
  readonly #parts: SelfReportParts;

  constructor(parts: SelfReportParts) {
    this.#parts = parts;
  }

  hello(): Hello {
    const { services, keeper } = this.#parts;
    const { widthPx, heightPx } = services.viewport();
    return {
      protocol: PROTOCOL_VERSION,
      build: services.build,
      held: keeper.summary(),
      viewportWidthPx: widthPx,
      viewportHeightPx: heightPx,
      persisted: services.isPersisted(),
    };
  }

  beat(): Beat {
    const { services, keeper, failures, media, light, stored, glass } = this.#parts;
    const { board, clock, safeMode } = services;
    const { unsentPlays, foldedPlays } = stored();
    return {
      held: keeper.summary(),
      glass: glass(),
      safeMode: safeMode.isOn,
      clockOffsetMs: clock.offsetMs(),
      clockSure: clock.isSure,
      unsentPlays,
      ...(foldedPlays > 0 ? { foldedPlays } : {}),
      failedSlideIds: failures.slideIds(clock.now()).slice(0, MOST_NAMED),
      // Asks the plan, which safe mode leaves alone.
      ...(safeMode.isOn
        ? {}
        : { ...media.waiting(clock.now()), ...light.told(clock.now(), board.dim) }),
      ...services.deviceFacts(),
      ...this.#launcherFacts(),
    };
  }

  #launcherFacts(): Pick<Beat, 'launcher'> {
    const { facts } = this.#parts.services.launcher;
    if (!facts) return {};
    return { launcher: facts };
  }
}
