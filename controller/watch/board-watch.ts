/** Looks after the boards: what they said last, what that means, and who is to know. */
import { openingOf, planDateAt } from '../../shared/schedule/window.ts';
import { HOUR_MS, type EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import { alertWords, type BoardName } from './alert-words.ts';
import type { Alerts } from './alerts.ts';
import { signsOf, type BoardSeen } from './signs.ts';
import { look, resume, type Look, type WatchState } from './troubles.ts';

export interface BoardWatchParts {
  readonly context: Context;
  readonly alerts: Alerts;
  /** Of the console, for the links in messages. */
  readonly origin: string | null;
}

/** [W3] A longer pause between two looks is as good as a new start: the machine slept. */
const GAP_MS = 30_000;

export class BoardWatch {
  readonly #parts: BoardWatchParts;
  #state: WatchState | undefined;
  #watchedSince: EpochMs;
  #lookedAt: EpochMs;

  constructor(parts: BoardWatchParts) {
    this.#parts = parts;
    this.#watchedSince = parts.context.now();
    this.#lookedAt = this.#watchedSince;
  }

  /** One look, every few seconds. Resolves with what it found new; null for nothing. */
  async look(): Promise<object | null> {
    const { context } = this.#parts;
    const { now, newId } = context;
    const at = now();
    if (at - this.#lookedAt > GAP_MS || at < this.#lookedAt) this.#watchedSince = at;
    this.#lookedAt = at;
    const before = this.#state ?? resume(await context.store.records.troubles.since(at - HOUR_MS));
    const boards = await this.#boards(at);
    const signs = boards.flatMap((board) => signsOf(board, this.#watchedSince, at));
    const seen = look(before, signs, { at, newId });
    if (seen.changed.length > 0) await this.#save(seen);
    // After the commit: what could not be stored is found again at the next look.
    this.#state = seen.state;
    if (seen.changed.length === 0) return null;
    context.consoles.contentChanged(['watch']);
    return {
      changed: seen.changed.map(({ screenId, kind, endedAt }) => ({ screenId, kind, endedAt })),
    };
  }

  /** Every board that a PC is paired with. */
  async #boards(at: EpochMs): Promise<BoardSeen[]> {
    const { store, boards, manifests } = this.#parts.context;
    const states = new Map(boards.states().map((state) => [state.screenId, state]));
    const faults = await store.records.boardReports.faultsSince(at - HOUR_MS);
    const devices = await store.records.devices.live();
    return devices.map(({ screenId, lastSeenAt }) => {
      const manifest = manifests.ofScreen(screenId)?.manifest;
      const calendar = manifest?.calendar;
      const opening = calendar && openingOf(calendar, planDateAt(calendar, at));
      const isOpen = opening !== undefined && opening.fromMs <= at && at < opening.toMs;
      return {
        ...{ screenId, lastSeenAt, state: states.get(screenId) },
        opening: isOpen ? opening : undefined,
        manifestRevision: manifest?.revision ?? 0,
        faults: faults.get(screenId) ?? 0,
      };
    });
  }

  /** The troubles and the messages about them, in one transaction: neither is without the other. */
  async #save({ changed, begun, ended }: Look): Promise<void> {
    const { context, alerts, origin } = this.#parts;
    await context.store.transact(async (records) => {
      for (const trouble of changed) await records.troubles.put(trouble);
      const nameOf = await this.#names(records);
      for (const [kind, troubles] of [
        ['recovery', ended],
        ['trouble', begun],
      ] as const)
        if (troubles.length > 0)
          await records.alerts.put(
            alerts.write({ kind, ...alertWords(kind, troubles, { nameOf, origin }) }),
          );
    });
  }

  async #names(records: Records): Promise<(screenId: string) => BoardName> {
    const { manifests } = this.#parts.context;
    const screens = new Map((await records.screens.all()).map((screen) => [screen.id, screen]));
    return (screenId) => ({
      name: screens.get(screenId)?.name ?? screenId,
      place: screens.get(screenId)?.place.ko ?? '',
      offsets: manifests.ofScreen(screenId)?.manifest.calendar.offsets ?? [],
    });
  }
}
