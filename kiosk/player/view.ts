/** What should be on the glass, as plain values. */
import type { Language } from '../../shared/content/fields.ts';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Glass } from '../../shared/protocol/events.ts';
import type { ManifestSlide, Slot } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';

/** A slide in its turn. Two showings with the same key are the same picture for the same turn. */
export interface Showing {
  readonly key: string;
  readonly slide: ManifestSlide;
  readonly layer: 'slot' | 'house';
  /** In which this turn speaks. */
  readonly language: Language;
  /** Null for the slide of the build, which no plan names. */
  readonly slot: Slot | null;
  /** The slide of the slot, where that one cannot be shown and `slide` stands in: that is nobody's play. */
  readonly standsFor: ManifestSlide | null;
}

/** An announcement that fills the board. */
export interface Cover {
  readonly layer: 'important' | 'emergency' | 'all-clear';
  readonly announcement: Announcement;
}

export interface View {
  readonly layer: Glass['layer'];
  /** What plays, also beneath a cover or a blank; null while the board is off. */
  readonly showing: Showing | null;
  readonly cover: Cover | null;
  /** An important announcement that is recalled in the strip, beneath a cover too. */
  readonly ticker: Announcement | null;
  /** Nothing of the above changes before this instant unless something is pushed. */
  readonly changesAt: EpochMs;
}

/** Whether slides are out of sight, so that none is played. */
export function isCovered(view: View): boolean {
  return view.cover !== null || view.layer === 'blank' || view.layer === 'off';
}

/** Whether both have the same announcement, in the same state, on top. */
export function isSameCover(before: View | null, after: View): boolean {
  return (
    before?.cover?.layer === after.cover?.layer &&
    before?.cover?.announcement.id === after.cover?.announcement.id &&
    before?.cover?.announcement.seq === after.cover?.announcement.seq
  );
}

/** Why the board is dark; null while it is lit. */
export function darknessOf(view: View): 'blank' | 'off' | null {
  return view.layer === 'blank' || view.layer === 'off' ? view.layer : null;
}
