/** What should be on the glass at an instant: a pure function of what the board holds. */
import type { Language } from '../../shared/content/fields.ts';
import { spokenLanguages } from '../../shared/content/slide-texts.ts';
import type { Manifest, ManifestSlide, Slot } from '../../shared/protocol/manifest.ts';
import { onAir, slotOnAir } from '../../shared/schedule/on-air.ts';
import { slotLanguage } from '../../shared/schedule/slot-language.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import type { EpochMs } from '../../shared/time.ts';
import { builtInShowing } from './built-in-slide.ts';
import type { Held } from './held.ts';
import { tickerAt } from './ticker-strip.ts';
import type { Cover, Showing, View } from './view.ts';

export interface ViewQuestion {
  readonly held: Held;
  /** The plan is not played: the page failed too often with it. */
  readonly safeMode: boolean;
  /** Whether a slide cannot be shown on this board. */
  readonly isLeftOut: (slide: ManifestSlide) => boolean;
  /** What of a slide may go on air (B22): itself, its revision before, or null. */
  readonly airable: (slide: ManifestSlide) => ManifestSlide | null;
  readonly at: EpochMs;
}

/** Never without something to show: where there is no manifest, the house clock of the build. */
export function viewAt(question: ViewQuestion): View {
  const { held, at } = question;
  const slots = held.plan && !question.safeMode ? held.plan.plans.around(at) : null;
  const { announcements, blankUntil } = held;
  const air = onAir({ slots: slots ?? [builtInSlot(at)], announcements, blankUntil, at });
  const slot = slots ? slotOnAir(slots, at) : undefined;
  return {
    layer: air.layer,
    showing: slots ? (slot ? showingOf(question, slot) : null) : builtInShowing,
    cover: coverOf(air),
    ticker: tickerAt(held, at),
    // The slot beneath an announcement runs on, and ends.
    changesAt: Math.min(air.changesAt ?? Infinity, slot?.endMs ?? Infinity),
  };
}

/** The showing after the one at `at`, to be prepared in time; null where nothing follows soon. */
export function nextShowing(question: ViewQuestion, current: Showing): Showing | null {
  // In safe mode the plan is not even looked at: making it may be what failed.
  if (question.safeMode || !current.slot) return null;
  const slots = question.held.plan?.plans.around(question.at);
  if (!slots) return null;
  const { endMs } = current.slot;
  const next = slots.find((slot) => slot.startMs >= endMs);
  return next ? showingOf(question, next) : null;
}

function showingOf(question: ViewQuestion, slot: Slot): Showing {
  const manifest = question.held.plan?.manifest;
  const planned = manifest && slideOf(manifest, slot.slideId);
  const slide = planned && showable(question, planned);
  if (slide) {
    const layer = slot.kind === 'house' ? 'house' : 'slot';
    const language = languageOf(question, slot, slide);
    return { key: keyOf(slot, slide), layer, language, slide, slot, standsFor: null };
  }
  const substitute = manifest?.calendar.houseSlideIds
    .map((id) => slideOf(manifest, id))
    .map((house) => house && showable(question, house))
    .find((house) => house !== undefined);
  if (!substitute) return builtInShowing;
  return {
    key: keyOf(slot, substitute),
    layer: 'house',
    language: languageOf(question, slot, substitute),
    slide: substitute,
    slot,
    standsFor: planned ?? substitute,
  };
}

/** What can be shown of `slide`, itself or its revision before; undefined where there is nothing. */
function showable(question: ViewQuestion, slide: ManifestSlide): ManifestSlide | undefined {
  const found = question.airable(slide);
  return found && !question.isLeftOut(found) ? found : undefined;
}

function languageOf({ held }: ViewQuestion, slot: Slot, { content }: ManifestSlide): Language {
  const spoken = spokenLanguages(content);
  if (!held.plan || spoken.length < 2) return 'ko';
  const { manifest, plans } = held.plan;
  const date = planDateAt(manifest.calendar, slot.startMs);
  return slotLanguage(slot, spoken, { date, slots: plans.of(date), manifest });
}

function keyOf(slot: Slot, slide: ManifestSlide): string {
  return `${slot.startMs}/${slide.id}/${slide.revisionId}`;
}

function slideOf(manifest: Manifest, slideId: string): ManifestSlide | undefined {
  return manifest.slides.find((slide) => slide.id === slideId);
}

function coverOf(air: ReturnType<typeof onAir>): Cover | null {
  const { layer, announcement } = air;
  if (!announcement) return null;
  if (layer !== 'important' && layer !== 'emergency' && layer !== 'all-clear') return null;
  return { layer, announcement };
}

/** Stands for "always on" where no hours are known. */
function builtInSlot(at: EpochMs): Slot {
  return {
    startMs: at,
    endMs: at + 30_000,
    kind: 'house',
    slideId: 'built-in-clock',
    bookingId: null,
    organizationId: null,
    shopId: null,
  };
}
