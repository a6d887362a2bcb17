/** Clients that write without a pause and keep a journal of everything that was acknowledged. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ConsoleSession } from '../support/console-session.ts';

export interface Journal {
  readonly slides: Map<string, string>;
  readonly bookings: Set<string>;
  readonly announcements: Set<string>;
  readonly plays: Set<string>;
}

export interface WriterOptions {
  readonly session: ConsoleSession;
  readonly board: Socket;
  readonly journal: Journal;
  /** A slide, approved, that bookings and plays may name. */
  readonly slide: {
    readonly id: string;
    readonly revisionId: string;
    readonly organizationId: string;
  };
  readonly isOver: () => boolean;
}

const PLAYS_PER_BATCH = 100;
const ACK_LIMIT_MS = 2000;

/** A board's socket that keeps trying while the controller is away. */
export function boardSocket(origin: string, token: string): Socket {
  return io(`${origin}/kiosk`, {
    auth: { token },
    transports: ['websocket'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
}

/** Runs all writers until `isOver`; a request that dies with the controller is not acknowledged. */
export async function writeUntilOver(options: WriterOptions): Promise<void> {
  await Promise.all([
    repeat(options, writeSlide),
    repeat(options, writeBooking),
    repeat(options, writeAnnouncement),
    repeat(options, writePlays),
  ]);
}

async function repeat(
  options: WriterOptions,
  write: (options: WriterOptions) => Promise<void>,
): Promise<void> {
  while (!options.isOver()) {
    await write(options).catch(async (error: unknown) => {
      if (error instanceof Unexpected) throw error;
      await new Promise((wake) => setTimeout(wake, 30));
    });
  }
}

class Unexpected extends Error {}

async function writeSlide({ session, journal, slide }: WriterOptions): Promise<void> {
  const text = `제목 ${randomUUID().slice(0, 8)}`;
  const answer = await session.call('POST', '/api/slides', {
    organizationId: slide.organizationId,
    shopId: null,
    dwellSeconds: 15,
    content: { template: 'notice', title: { ko: text }, lines: [], contact: null, picture: null },
  });
  const { slide: made } = expectOk(answer) as { slide: { id: string } };
  journal.slides.set(made.id, text);
}

async function writeBooking({ session, journal, slide }: WriterOptions): Promise<void> {
  const answer = await session.call('POST', '/api/bookings', {
    organizationId: slide.organizationId,
    shopId: null,
    name: `편성 ${randomUUID().slice(0, 8)}`,
    slideIds: [slide.id],
    screens: 'all',
    fromDate: '2020-01-01',
    toDate: '2020-01-02',
    recurrence: null,
    excludedDates: [],
    fromMinute: 360,
    toMinute: 1440,
    weight: 1,
    exclusive: false,
    promisedPlaysPerDay: null,
    skipClosedDays: false,
  });
  journal.bookings.add((expectOk(answer) as { id: string }).id);
}

async function writeAnnouncement({ session, journal }: WriterOptions): Promise<void> {
  const answer = await session.call('POST', '/api/announcements', {
    level: 'important',
    title: `알림 ${randomUUID().slice(0, 8)}`,
    body: null,
    source: '도봉구청',
    screens: 'all',
    expiresAt: Date.now() + 2000,
    drill: false,
    corrects: null,
    unblank: false,
  });
  journal.announcements.add((expectOk(answer) as { announcement: { id: string } }).announcement.id);
  await new Promise((wake) => setTimeout(wake, 100));
}

async function writePlays({ board, journal, slide }: WriterOptions): Promise<void> {
  const now = Date.now();
  const plays = Array.from({ length: PLAYS_PER_BATCH }, () => ({
    id: randomUUID(),
    slideId: slide.id,
    revisionId: slide.revisionId,
    bookingId: null,
    slotStartMs: now - 60_000,
    startedAt: now - 60_000,
    // Short ones: a day has room for the plays of a day only.
    endedAt: now - 59_990,
    outcome: 'played',
    manifestRevision: 1,
  }));
  const reply = (await board.timeout(ACK_LIMIT_MS).emitWithAck('kiosk:plays', { plays })) as
    { ok: true; value: { stored: string[] } } | { ok: false; code: string };
  if (!reply.ok)
    throw reply.code === 'too-many'
      ? new Error('slow down')
      : new Unexpected(JSON.stringify(reply));
  for (const id of reply.value.stored) journal.plays.add(id);
}

function expectOk(answer: { status: number; value: unknown }): unknown {
  if (answer.status >= 300) throw new Unexpected(JSON.stringify(answer));
  return answer.value;
}
