/** What the board stores, joined to the parts that tell of it and send it. */
import { dateAt } from '../shared/time.ts';
import {
  createBoardStorage,
  type BoardStorage,
  type BoardStorageOptions,
} from './cache/board-storage.ts';
import type { KioskServices } from './kiosk-services.ts';
import type { CallContext } from './link/call.ts';
import { fetchPart } from './link/fetch-media.ts';
import type { Reporter } from './link/reporter.ts';
import type { Held } from './player/held.ts';
import { newUuid } from './player/uuid.ts';

export interface StorageParts extends Pick<BoardStorageOptions, 'line' | 'onMediaCame'> {
  readonly services: KioskServices;
  readonly reporter: Reporter;
  readonly held: () => Held;
  readonly context: () => CallContext;
}

/** Where no plan says otherwise. */
const UTC = [{ fromMs: 0, offsetMs: 0 }];

export function openStorage(parts: StorageParts): BoardStorage {
  const { services, reporter, held, context, line, onMediaCame } = parts;
  const { database, subtle, clock } = services;
  return createBoardStorage({
    ...{ database, subtle, line, onMediaCame, newId: newUuid },
    now: () => clock.now(),
    dateOf: (at) => dateAt(held().plan?.manifest.calendar.offsets ?? UTC, at),
    fetchPart: (sha256, part) => fetchPart(context(), sha256, part),
    // Before there is a line too: it is said once only.
    onStorageFailure: (error) => reporter.report('storage-failed', error),
    onMediaFailure: (error) => reporter.report('media-failed', error),
  });
}
