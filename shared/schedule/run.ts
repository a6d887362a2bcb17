/** One walk through a screen day: decides slot after slot, and can be asked where it stands. */
import { DEFAULT_DWELL_SECONDS } from '../content/slide.ts';
import type { Calendar, Slot } from '../protocol/manifest.ts';
import type { EpochMs, ZoneOffset } from '../time.ts';
import type { Entry, Page, Roster } from './party.ts';
import { MIN_SLOT_MS } from './roster.ts';
import { beginHour, dueChoice, hourEnd, spend } from './shares.ts';
import {
  applyEvent,
  choiceOf,
  nextPage,
  showPage,
  takeTurn,
  type Before,
  type Choice,
} from './turns.ts';
import type { Interval } from './window.ts';

/** A slot that was decided upon, and what it charges once it is taken. */
export interface Decision {
  readonly slot: Slot;
  /** Whose turn it is; null for a house slide, one put on by hand for nobody, or a longer slot. */
  readonly choice: Choice | null;
  /** Whether it makes a cut turn good and is therefore charged to nobody's turns (S9). */
  readonly isOwed: boolean;
  /** Whether `slot` is the slot before, made longer by a remainder (S7). */
  readonly isStretch: boolean;
}

export class Run {
  readonly roster: Roster;
  /** Where the next slot starts. */
  cursor: EpochMs;
  /** What an operator put on, before anything else (S9). */
  handed: Decision | undefined;
  /** The booking whose cut turn is due first (S9). */
  owed: Entry | undefined;
  /** The slot before and how far it may be stretched; undefined before the first. */
  last: { readonly slot: Slot; readonly maxEndMs: EpochMs } | undefined;
  /** What the next slot should not repeat. */
  before: Before = { slideId: '', shopId: null, trade: '' };
  /** Position of the house slide shown last; -1 before the first. */
  lastHouse = -1;
  readonly house: readonly Page[];
  readonly #offsets: readonly ZoneOffset[];
  readonly #stopMs: EpochMs;
  #nextEvent = 0;
  #hourEnd: EpochMs;

  constructor(roster: Roster, calendar: Calendar, span: Interval) {
    this.roster = roster;
    this.house = housePages(calendar, roster);
    this.cursor = span.fromMs;
    this.#offsets = calendar.offsets;
    this.#stopMs = span.toMs;
    this.#hourEnd = hourEnd(calendar.offsets, span.fromMs);
  }

  /** Brings in those that are live at the start; after the passes were set. */
  open(): void {
    this.#applyEvents();
  }

  /** The next slot; undefined at closing time. Changes nothing. */
  decide(): Decision | undefined {
    const at = this.cursor;
    if (at >= this.#stopMs) return undefined;
    if (this.handed) return this.handed;
    const owed = this.#owedChoice(at);
    const choice = owed ?? this.#dueChoice(at);
    if (!choice) return this.#fill(at);
    const page = pageOf(choice);
    const { entry } = choice;
    return {
      slot: {
        startMs: at,
        endMs: at + page.dwellMs,
        kind: 'booking',
        slideId: page.slideId,
        bookingId: entry.id,
        organizationId: entry.advertiser.party.id,
        shopId: page.shopId,
      },
      choice,
      isOwed: owed !== undefined,
      isStretch: false,
    };
  }

  /** Takes `decision`, which must be the one that `decide` just made. */
  take(decision: Decision): void {
    const { slot, choice } = decision;
    if (choice && decision.isOwed) showPage(choice.entry, choice.page);
    else if (choice) takeTurn(choice);
    else if (slot.kind === 'house' && !decision.isStretch)
      this.lastHouse = (this.lastHouse + 1) % this.house.length;
    if (slot.kind === 'booking') this.owed = undefined;
    this.#follow(decision, slot);
  }

  /**
   * Takes `decision` only up to `at`, where something else goes on (S9). Its turn stays charged, and its
   * booking is owed the slot, which then costs no turn; a slot that was only being stretched owes nothing.
   */
  cut(decision: Decision, at: EpochMs): void {
    const { slot, choice } = decision;
    if (choice && slot.kind === 'booking') {
      const { entry } = choice;
      const { lastPage, turns } = entry;
      if (!decision.isOwed) takeTurn(choice);
      entry.lastPage = lastPage;
      entry.turns = turns;
      this.owed = entry;
    }
    this.#follow(decision, { ...slot, endMs: at });
  }

  /** Moves on to `toMs`, the time given to an organization; null gives it to nobody. */
  advance(toMs: EpochMs, organizationId: string | null): void {
    const { parties } = this.roster;
    const party =
      organizationId === null ? undefined : parties.find((one) => one.id === organizationId);
    while (this.cursor < toMs) {
      const step = Math.min(toMs, this.#hourEnd, this.#nextEventAt());
      if (party) spend(parties, party, step - this.cursor);
      this.cursor = step;
      if (step === this.#hourEnd) {
        beginHour(parties);
        this.#hourEnd = hourEnd(this.#offsets, step);
      }
      this.#applyEvents();
    }
  }

  #owedChoice(at: EpochMs): Choice | undefined {
    const entry = this.owed;
    if (!entry?.isLive) return undefined;
    return { entry, page: nextPage(entry, at), repeats: 0, roundPass: 0, isClaim: false };
  }

  #dueChoice(at: EpochMs): Choice | undefined {
    const choices: Choice[] = [];
    for (const party of this.roster.parties) {
      const choice = party.live > 0 ? choiceOf(party, this.before, at) : undefined;
      if (choice) choices.push(choice);
    }
    return choices.length > 0 ? dueChoice(choices) : undefined;
  }

  /** Nothing is live: stretch, filler or house slide until something is (S2, S7). */
  #fill(at: EpochMs): Decision {
    const until = Math.min(this.#nextEventAt(), this.#stopMs);
    const rest = until - at;
    const { last } = this;
    if (rest < MIN_SLOT_MS && last?.slot.endMs === at && until <= last.maxEndMs)
      return {
        slot: { ...last.slot, endMs: until },
        choice: null,
        isOwed: false,
        isStretch: true,
      };
    const page = this.house[(this.lastHouse + 1) % this.house.length];
    const dwellMs = page?.dwellMs ?? MIN_SLOT_MS;
    const slot: Slot = {
      startMs: at,
      endMs: rest < dwellMs + MIN_SLOT_MS ? until : at + dwellMs,
      kind: 'house',
      slideId: page?.slideId ?? '',
      bookingId: null,
      organizationId: null,
      shopId: null,
    };
    return { slot, choice: null, isOwed: false, isStretch: false };
  }

  #follow(decision: Decision, slot: Slot): void {
    this.handed = undefined;
    const { choice } = decision;
    const ofBooking = choice && slot.kind === 'booking';
    if (!decision.isStretch) this.before = ofBooking ? pageOf(choice) : this.#pageById(slot);
    const maxEndMs = ofBooking ? choice.entry.toMs : this.#stopMs;
    this.last = {
      slot,
      maxEndMs: decision.isStretch ? (this.last?.maxEndMs ?? maxEndMs) : maxEndMs,
    };
    const isCharged = slot.kind !== 'now' || slot.bookingId !== null;
    this.advance(slot.endMs, isCharged ? slot.organizationId : null);
  }

  #pageById({ slideId, shopId }: Slot): Before {
    return this.roster.pageOf.get(slideId) ?? { slideId, shopId, trade: '' };
  }

  #nextEventAt(): EpochMs {
    return this.roster.events[this.#nextEvent]?.at ?? Infinity;
  }

  #applyEvents(): void {
    const { events } = this.roster;
    for (;;) {
      const event = events[this.#nextEvent];
      if (!event || event.at > this.cursor) return;
      applyEvent(event);
      this.#nextEvent += 1;
    }
  }
}

function pageOf({ entry, page }: Choice): Page {
  const found = entry.pages[page];
  if (!found) throw new Error(`booking ${entry.id} has no page ${String(page)}`);
  return found;
}

/** The house slides that there are; without any, the first by its id, with the default dwell. */
function housePages(calendar: Calendar, { pageOf: pages }: Roster): readonly Page[] {
  const known = calendar.houseSlideIds.flatMap((id) => pages.get(id) ?? []);
  if (known.length > 0) return known;
  const slideId = calendar.houseSlideIds[0] ?? '';
  return [{ slideId, shopId: null, trade: '', dwellMs: DEFAULT_DWELL_SECONDS * 1000 }];
}
