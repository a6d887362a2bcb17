import type { Language } from '../../shared/content/fields.ts';
import type { Play } from '../../shared/content/play.ts';
import { spokenLanguages } from '../../shared/content/slide-texts.ts';
import type { ManifestSlide, Slot } from '../../shared/protocol/manifest.ts';
import type { ExplanationView, Moment } from '../../shared/protocol/http/planning.ts';
import { explain, type BoardFacts } from '../../shared/schedule/explain.ts';
import { onAir } from '../../shared/schedule/on-air.ts';
import { slotLanguage, type PlannedDay } from '../../shared/schedule/slot-language.ts';
import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import type { StoredPlay } from '../store/store.ts';
import { boardFacts } from './board-facts.ts';
import { bookingFacts } from './booking-facts.ts';
import type { Context, DayRecord } from './context.ts';
import { asView } from './explain-booking.ts';
import { playThen } from './play-then.ts';
import { recordAt } from './record-at.ts';
import { slideThen } from './slide-then.ts';
import { turnOf } from './turn-of.ts';

/** Longer than any slot: ten pages of a minute each, and what a slot may stretch. */
const LONGEST_PLAY_MS = 15 * MINUTE_MS;

/**
 * What a board shows at `at`: by the plan, or for the past by the plan of record and what the board recorded.
 * Where a play covers the instant, nothing lay over it. Throws `not-found` as `recordAt` does.
 */
export async function readMoment(
  context: Context,
  { screenId, at }: { readonly screenId: string; readonly at: EpochMs },
): Promise<Moment> {
  const { records } = context.store;
  const day = await recordAt(context, screenId, at);
  const manifest = day.manifestAt(at);
  const isPast = at < context.now();
  const plays = isPast ? await records.plays.between(screenId, at - LONGEST_PLAY_MS, at + 1) : [];
  const { play, slot } = playThen(day.slots, plays, at);
  const board = recorded(await boardFacts(context, screenId, at), play);
  const { layer, announcement } =
    play && !isFailed(play)
      ? { layer: layerOf(play, slot), announcement: null }
      : onAir({ slots: day.slots, ...board, at });
  const isSlide = layer === 'slot' || layer === 'house';
  const { bookings, calendar, organizations, shops } = manifest;
  const { zone, offsets, firstDate } = calendar;
  const slide = isSlide ? await slideThen(records, manifest, { play, slot }) : null;
  return {
    ...{ at, date: day.date, source: isPast ? 'record' : 'plan' },
    ...{ manifestRevision: manifest.revision, layer, slot: slot ?? null, announcement },
    slide,
    language: slot && slide ? spokenIn(slot, slide, { ...day, manifest }) : 'ko',
    play: play ? asPlay(play) : null,
    explanation: slot ? await explanationOf(context, { day, slot, board, at }) : null,
    turn: slot ? turnOf(slot, day.slots, bookings) : null,
    calendar: { zone, offsets, firstDate },
    ...{ organizations, shops },
  };
}

function spokenIn(slot: Slot, { content }: ManifestSlide, day: PlannedDay): Language {
  return slotLanguage(slot, spokenLanguages(content), day);
}

function isFailed({ outcome }: Play): boolean {
  return outcome === 'failed';
}

function layerOf(play: Play, slot: Slot | undefined): Moment['layer'] {
  return play.bookingId === null && slot?.kind !== 'now' ? 'house' : 'slot';
}

/** What the record says counts for more than what is derived. */
function recorded(board: BoardFacts, play: Play | undefined): BoardFacts {
  if (!play) return board;
  if (isFailed(play)) return { ...board, failedSlideIds: [...board.failedSlideIds, play.slideId] };
  return { announcements: [], blankUntil: null, failedSlideIds: [], waitingSlideIds: [] };
}

async function explanationOf(
  { store }: Context,
  {
    day,
    slot,
    board,
    at,
  }: {
    readonly day: DayRecord;
    readonly slot: Slot;
    readonly board: BoardFacts;
    readonly at: EpochMs;
  },
): Promise<ExplanationView | null> {
  const { records } = store;
  const booking = slot.bookingId === null ? undefined : await records.bookings.get(slot.bookingId);
  if (!booking) return null;
  // A board that was a moment behind its plan is explained by the slot that it still showed.
  const asked = Math.min(Math.max(at, slot.startMs), slot.endMs - 1);
  const manifest = day.manifestAt(asked);
  const facts = await bookingFacts(records, booking, { manifest, at: asked });
  const { slots } = day;
  return asView(explain({ manifest, bookingId: booking.id, at: asked, facts, board, slots }));
}

function asPlay(stored: StoredPlay): Play {
  const { id, slideId, revisionId, bookingId, slotStartMs } = stored;
  const { startedAt, endedAt, outcome, manifestRevision } = stored;
  return {
    ...{ id, slideId, revisionId, bookingId, slotStartMs },
    ...{ startedAt, endedAt, outcome, manifestRevision },
  };
}
