import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';

/** A clock that goes back further than this was altogether wrong, and so were the turns that it led to. */
const SMALL_STEP_MS = 5 * MINUTE_MS;

/** Notices turns that come a second time because the clock was set back a little: they are on record already. */
export class TurnOrder {
  #latestMs: EpochMs = -Infinity;

  /** Whether the turn whose slot starts at `startMs` was passed before. To be asked when it comes on. */
  isAgain(startMs: EpochMs): boolean {
    if (startMs < this.#latestMs && startMs > this.#latestMs - SMALL_STEP_MS) return true;
    this.#latestMs = startMs;
    return false;
  }
}
