/** How bright the board may be now, and what its slides lose of it. */
import { nightLimit, type NightQuestion } from '../shared/night-light.ts';
import type { Beat } from '../shared/protocol/events.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Held } from './player/held.ts';
import type { Shades } from './stage/frame-luminance.ts';
import { nightDim } from './stage/night-dim.ts';

export class BoardLight {
  readonly #held: () => Held;

  constructor(held: () => Held) {
    this.#held = held;
  }

  /** How much black lies over a slide, 0 to 1. */
  dimFor(shades: Shades, at: EpochMs): number {
    const question = this.#question(at);
    return question ? nightDim(question, shades) : 0;
  }

  /** For the beat; `dim` is of the slide on the glass. Nothing before it is known where the board stands. */
  told(at: EpochMs, dim: number): Pick<Beat, 'light'> {
    const question = this.#question(at);
    if (!question) return {};
    const { part, nits } = nightLimit(question);
    const keptPercent = Math.round((1 - dim) * 100);
    return { light: { keptPercent, part, limitNits: Math.round(nits) } };
  }

  #question(at: EpochMs): NightQuestion | null {
    const { screen, plan } = this.#held();
    return screen && plan ? { screen, offsets: plan.manifest.calendar.offsets, at } : null;
  }
}
