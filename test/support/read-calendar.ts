/** Reads iCalendar text by a library that the product does not use, as a phone would. */
import ICAL from 'ical.js';
import { DAY_MS } from '../../shared/time.ts';

/** One occurrence: its instants, and its first date where it lasts whole days. */
export interface Occurrence {
  readonly uid: string;
  /** `YYYY-MM-DD`; null where it has a time of day. */
  readonly date: string | null;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface CalendarRead {
  readonly calendar: ICAL.Component;
  readonly events: readonly ICAL.Event[];
}

interface Details {
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
}

/** Time zones come from the text alone: the ones of an earlier text are forgotten. */
export function readCalendar(text: string): CalendarRead {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { calendar, events };
}

/** Every occurrence that starts before `endMs`, sorted by start; an event over several whole days is one for each. */
export function occurrences(events: readonly ICAL.Event[], endMs: number): Occurrence[] {
  return events
    .flatMap((event) => [...each(event, endMs)])
    .sort((a, b) => a.fromMs - b.fromMs || (a.uid < b.uid ? -1 : 1));
}

function* each(event: ICAL.Event, endMs: number): Generator<Occurrence> {
  const { uid } = event;
  const starts = event.iterator();
  for (;;) {
    // Both are told wrongly by the library's types.
    const start = starts.next() as ICAL.Time | undefined;
    if (!start) return;
    const { startDate, endDate } = event.getOccurrenceDetails(start) as Details;
    if (instantOf(startDate) >= endMs) return;
    if (!startDate.isDate) {
      yield { uid, date: null, fromMs: instantOf(startDate), toMs: instantOf(endDate) };
      continue;
    }
    for (const day = startDate.clone(); day.compare(endDate) < 0; day.adjust(1, 0, 0, 0))
      yield { uid, date: day.toString(), fromMs: instantOf(day), toMs: instantOf(day) + DAY_MS };
  }
}

function instantOf(time: ICAL.Time): number {
  return time.toUnixTime() * 1000;
}
