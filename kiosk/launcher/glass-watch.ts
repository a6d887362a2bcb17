/** Compares what the page says is on the glass with the picture that really is. Knows no clock of its own. */
import type { LauncherFault } from '../../shared/protocol/launcher.ts';
import type { PageState } from './page-probe.ts';
import { isSamePicture, lightnessRange, partOf, type SmallPicture } from './small-picture.ts';

export interface Trouble {
  readonly kind: LauncherFault['kind'];
  /** For the administrator. */
  readonly message: string;
  /** Another start of the page will hardly help: the same picture was found before. */
  readonly isKnown?: boolean;
}

export interface GlassLimits {
  /** A picture of one colour is trouble after this long, in three looks at least. */
  readonly plainMs: number;
  /** No frame was drawn for this long. */
  readonly undrawnMs: number;
  /** A slide has faded in by then. */
  readonly settleMs: number;
  /** A slide is on for this much longer than its slot. */
  readonly overdueMs: number;
  /** The page has nothing on the glass this long after it was called up. */
  readonly startMs: number;
}

const PLAIN_LOOKS = 3;
const FROZEN_LOOKS = 2;
/** Under this every pixel is darker than the ground of our slides. */
const BLACK = 14;
/** Between the darkest and the lightest pixel of what is still one colour. */
const PLAIN_RANGE = 6;
const MAX_KNOWN = 100;

export class GlassWatch {
  readonly #limits: GlassLimits;
  /** Pictures that a new start did not mend. Outlives the page. */
  readonly #known = new Set<string>();
  #state: PageState | null = null;
  #startedAt: number | null = null;
  #drawnAt: number | null = null;
  #plain: { readonly kind: 'black' | 'white'; readonly sinceMs: number; looks: number } | null =
    null;
  /** What is on, since when, and how it looked last. */
  #on: { readonly key: string; readonly sinceMs: number; picture: SmallPicture | null } | null =
    null;
  /** How the slide before looked last, and how often the one after it looked just the same. */
  #before: { readonly picture: SmallPicture; looks: number } | null = null;

  constructor(limits: GlassLimits) {
    this.#limits = limits;
  }

  /** The page starts anew: nothing is known of its glass. */
  restart(): void {
    this.#state = null;
    this.#startedAt = null;
    this.#drawnAt = null;
    this.#plain = null;
    this.#on = null;
    this.#before = null;
  }

  /** Takes in what the page says, `atMs` on a clock that only runs forward. */
  seeState(state: PageState, atMs: number): Trouble | null {
    this.#state = state;
    this.#startedAt ??= atMs;
    if (state.isDrawn || this.#drawnAt === null) this.#drawnAt = atMs;
    this.#noteSlide(state, atMs);
    if (state.layer === null && atMs - this.#startedAt >= this.#limits.startMs) {
      return { kind: 'build', message: 'the page has put nothing on the glass since it started' };
    }
    if (atMs - this.#drawnAt >= this.#limits.undrawnMs) {
      return { kind: 'frozen', message: 'the browser draws no frames' };
    }
    return this.#overdue(state, atMs);
  }

  /** Takes in how the whole window looks, soon after `seeState`. */
  seePicture(window: SmallPicture, atMs: number): Trouble | null {
    const state = this.#state;
    if (!state?.box || isDark(state)) {
      this.#plain = null;
      return null;
    }
    const picture = partOf(window, state.box);
    return this.#seePlain(picture, atMs) ?? this.#seeFrozen(picture, atMs);
  }

  #noteSlide(state: PageState, atMs: number): void {
    const key = keyOf(state);
    if (key === this.#on?.key) return;
    const before = this.#on?.picture;
    this.#before = before && !isDark(state) ? { picture: before, looks: 0 } : null;
    this.#on = { key, sinceMs: atMs, picture: null };
  }

  #overdue({ slotStart, slotEnd, layer }: PageState, atMs: number): Trouble | null {
    const lengthMs = Number(slotEnd) - Number(slotStart);
    if (!this.#on || slotStart === null || slotEnd === null || layer !== 'slot') return null;
    if (atMs - this.#on.sinceMs < lengthMs + this.#limits.overdueMs) return null;
    return { kind: 'frozen', message: `one slide has been on since ${slotStart}, past ${slotEnd}` };
  }

  #seePlain(picture: SmallPicture, atMs: number): Trouble | null {
    const { least, most } = lightnessRange(picture);
    if (most >= BLACK && most - least > PLAIN_RANGE) {
      this.#plain = null;
      return null;
    }
    const kind = most < 128 ? 'black' : 'white';
    if (this.#plain?.kind !== kind) this.#plain = { kind, sinceMs: atMs, looks: 0 };
    this.#plain.looks += 1;
    const isLong = atMs - this.#plain.sinceMs >= this.#limits.plainMs;
    if (!isLong || this.#plain.looks < PLAIN_LOOKS) return null;
    const seconds = Math.round((atMs - this.#plain.sinceMs) / 1000);
    this.#plain = null;
    return this.#trouble(kind, `the picture is ${kind} for ${seconds} s (${this.#named()})`);
  }

  #seeFrozen(picture: SmallPicture, atMs: number): Trouble | null {
    const on = this.#on;
    if (!on || atMs - on.sinceMs < this.#limits.settleMs) return null;
    on.picture = picture;
    if (!this.#before) return null;
    if (!isSamePicture(picture, this.#before.picture)) {
      this.#before = null;
      return null;
    }
    this.#before.looks += 1;
    if (this.#before.looks < FROZEN_LOOKS) return null;
    this.#before = null;
    return this.#trouble('frozen', `the picture stayed when the slide changed (${this.#named()})`);
  }

  #trouble(kind: 'black' | 'white' | 'frozen', message: string): Trouble {
    const { slideId, revisionId, announcementId } = this.#state ?? {};
    const picture = [kind, slideId, revisionId, announcementId].join('/');
    const isKnown = this.#known.has(picture);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.add(picture);
    return { kind, message, isKnown };
  }

  #named(): string {
    const { layer, slideId, announcementId } = this.#state ?? {};
    return [layer, slideId, announcementId].filter((one) => one).join(' ');
  }
}

/** Outside the opening hours, or blanked by a person, black is as it should be. */
function isDark({ layer }: PageState): boolean {
  return layer === null || layer === 'off' || layer === 'blank';
}

function keyOf({ layer, slideId, revisionId, announcementId, slotStart }: PageState): string {
  return [layer, slideId, revisionId, announcementId, slotStart].join('/');
}
