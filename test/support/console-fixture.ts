/** A console with everything in memory: replies by method and path, and a live line that the test holds. */
import type { Feed } from '../../shared/content/feed.ts';
import type { Person } from '../../shared/content/person.ts';
import { EMPTY_PLACE_CALENDAR } from '../../shared/content/place-calendar.ts';
import type { ScreenState } from '../../shared/protocol/events.ts';
import type { AnnouncementView, ScreenView } from '../../shared/protocol/http/screens.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { problemStatus, type FieldProblem, type ProblemCode } from '../../shared/problem.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { addDays } from '../../shared/time.ts';
import { Desk } from '../../controller/console/link/desk.ts';
import type { LiveHandlers } from '../../controller/console/link/live.ts';
import { accountReplies } from './account-samples.ts';
import { aReport } from './alarm-samples.ts';
import { anEffect } from './booking-samples.ts';
import {
  aBooking,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  aSlot,
  seoul,
  TEST_DATE,
} from './manifest-builder.ts';

/** The instant at which the fixture's console is open. */
export const NOW = seoul('15:30:05');

export interface Sent {
  readonly route: string;
  readonly body: unknown;
}

export interface ConsoleFixture {
  readonly desk: Desk;
  /** What was sent, in order. */
  readonly sent: readonly Sent[];
  /** Replies to `METHOD /path` from now on; a number with fields is refused with that status. */
  readonly reply: (route: string, value: unknown) => void;
  /** Replies to `GET path` whatever its query, by what that says. */
  readonly answer: (path: string, valueOf: (query: URLSearchParams) => unknown) => void;
  readonly refuse: (route: string, title: string, fields?: readonly FieldProblem[]) => void;
  /** Refuses from now on by another code than `invalid`. */
  readonly refuseBy: (route: string, code: ProblemCode, title: string) => void;
  /** The live line, once somebody is in. */
  readonly live: () => LiveHandlers;
}

export const administrator: Person = {
  id: 'kim',
  loginName: 'kim',
  displayName: '김창동',
  email: null,
  grants: [{ role: 'administrator', organizationId: null, shopId: null }],
  disabled: false,
  createdAt: NOW,
  version: 1,
};
export const manifest = aManifest({
  organizations: [anOrganization('guild', 60), anOrganization('office', 30)],
  shops: [aShop('bakery')],
  slides: [
    aSlide('bread', { organizationId: 'guild', shopId: 'bakery' }),
    aSlide('flu', { organizationId: 'office' }),
  ],
  bookings: [
    aBooking('daily-bread', { organizationId: 'guild', shopId: 'bakery', slideIds: ['bread'] }),
    aBooking('flu-season', { organizationId: 'office', slideIds: ['flu'] }),
  ],
});

/** A desk in front of replies from memory, each as `alter` makes it. Nobody is in when `me` is null. */
export function consoleFixture(
  me: Person | null = administrator,
  alter: (value: unknown) => unknown = (value) => value,
): ConsoleFixture {
  const replies = new Map<string, { status: number; value: unknown }>(standing(me));
  const answers = new Map<string, (query: URLSearchParams) => unknown>();
  const sent: Sent[] = [];
  let live: LiveHandlers | undefined;
  const desk = new Desk({
    clock: () => NOW,
    connect: (handlers) => {
      live = handlers;
      handlers.onHello(NOW, [boardState()]);
      return () => undefined;
    },
    fetch: (url, init) => {
      const route = `${init.method ?? 'GET'} ${url}`;
      const body = init.body;
      sent.push({ route, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : null });
      const [path = '', query = ''] = url.split('?');
      const derived = answers.get(path)?.(new URLSearchParams(query));
      const reply =
        derived === undefined
          ? (replies.get(route) ?? { status: 404, value: problem('not-found', route) })
          : { status: 200, value: derived };
      const text = reply.status === 204 ? null : JSON.stringify(alter(reply.value));
      return Promise.resolve(new Response(text, { status: reply.status }));
    },
  });
  return {
    desk,
    sent,
    reply: (route, value) => void replies.set(route, { status: 200, value }),
    answer: (path, valueOf) => void answers.set(path, valueOf),
    refuse: (route, title, fields = []) =>
      void replies.set(route, { status: 422, value: problem('invalid', title, fields) }),
    refuseBy: (route, code, title) =>
      void replies.set(route, { status: problemStatus[code], value: problem(code, title) }),
    live: () => {
      if (!live) throw new Error('nobody is in');
      return live;
    },
  };
}

/** The board as it says that it shows the bakery's slide, with the plan's own times. */
export function boardState(fields: Partial<ScreenState> = {}): ScreenState {
  const slot = dayPlan(manifest, TEST_DATE).find(({ endMs }) => endMs > NOW);
  if (!slot) throw new Error('nothing is planned');
  const held = { manifestId: manifest.id, manifestRevision: manifest.revision };
  return {
    screenId: 'plaza-1',
    connected: true,
    heardAt: NOW - 400,
    beatAt: NOW - 400,
    manifestRevision: manifest.revision,
    build: 'main-aaaa.js',
    commands: [],
    misfits: [],
    beat: {
      held: { ...held, manifestHash: 'hash', announcementSeq: 1, screenVersion: 1 },
      glass: {
        layer: slot.kind === 'house' ? 'house' : 'slot',
        ...{ slideId: slot.slideId, revisionId: `${slot.slideId}-1`, bookingId: slot.bookingId },
        ...{ slotStartMs: slot.startMs, slotEndMs: slot.endMs },
        announcementId: null,
        paintedAt: slot.startMs,
      },
      safeMode: false,
      clockOffsetMs: 0,
      unsentPlays: 0,
      failedSlideIds: [],
    },
    ...fields,
  };
}

function standing(me: Person | null): [string, { status: number; value: unknown }][] {
  const signedOut = { status: 401, value: problem('unauthenticated', '로그인해 주십시오.') };
  const ok = (value: unknown) => ({ status: 200, value });
  return [
    ['GET /api/session', me ? ok({ person: me, mustSetTwoStepUp: false }) : signedOut],
    ['GET /api/screens', ok([screenView()])],
    ['GET /api/slides', ok(slideViews())],
    ['GET /api/bookings', ok([booking()])],
    ['GET /api/shops', ok([shop()])],
    ['GET /api/organizations', ok(organizations())],
    ['GET /api/announcements', ok([announcementView()])],
    ['GET /api/alarms', ok({ requests: [], notes: [] })],
    ['GET /api/announcements/storm/report', ok(aReport(announcementView().announcement))],
    ['GET /api/people', ok([administrator])],
    ...accountReplies(NOW),
    ['GET /api/calendar', ok(EMPTY_PLACE_CALENDAR)],
    ...standingDays(),
    ['GET /api/feeds', ok([feed()])],
    ['GET /api/review-notes', ok([])],
    ['GET /api/unapproved', ok([])],
    ['GET /api/slides/bread/withdrawals', ok([])],
    ['GET /api/troubles', ok([])],
    ['GET /api/alerts', ok({ channels: [], alerts: [] })],
    ['GET /api/screens/plaza-1/reports', ok([])],
    ['GET /api/screens/plaza-1/problems', ok([])],
    ['GET /api/audit', ok({ entries: [auditEntry()], nextBeforeId: null })],
    ['POST /api/bookings/effect', ok(anEffect())],
    [`GET /api/promises?date=${TEST_DATE}`, ok({ date: TEST_DATE, lines: [] })],
    [
      `GET /api/screens/plaza-1/why?bookingId=daily-bread&at=${NOW}`,
      ok({ state: 'waiting', reason: null, slot: aSlot('bread', NOW + 60_000, NOW + 75_000) }),
    ],
    ['GET /api/screens/plaza-1/manifest', ok({ manifest, hash: 'hash' })],
    [
      `GET /api/screens/plaza-1/plan?date=${TEST_DATE}`,
      ok({ date: TEST_DATE, manifestRevision: 1, slots: dayPlan(manifest, TEST_DATE) }),
    ],
  ];
}

/** What the page of holidays asks for. */
function standingDays(): [string, { status: number; value: unknown }][] {
  const days = [{ date: '2026-12-25', kind: 'public', name: '성탄절' }];
  const value = { days, knownUntil: '2038-12-31' };
  return [TEST_DATE, addDays(TEST_DATE, 365)].map((to) => [
    `GET /api/calendar/days?from=${TEST_DATE}&to=${to}`,
    { status: 200, value },
  ]);
}

function screenView(): ScreenView {
  return {
    device: {
      ...{ id: 'pc-1', screenId: 'plaza-1', pairedAt: NOW, lastSeenAt: NOW, revokedAt: null },
    },
    screen: {
      id: 'plaza-1',
      name: '1번 출구 게시대',
      place: { ko: '창동역 1번 출구 광장' },
      ...{ widthPx: 1920, heightPx: 1080, offsetX: 0, offsetY: 0 },
      ...{ pitchMm: 2.5, peakNits: 5000, viewingDistanceM: 8 },
      ...{ zone: 'Asia/Seoul', latitude: 37.653, longitude: 127.047 },
      week: Array.from({ length: 7 }, () => ({ fromMinute: 360, toMinute: 1440 })),
      specialDays: [{ date: '2026-12-25', opening: null, reason: '성탄절' }],
      ...{ facesRoad: false, trafficSignalWithin30m: false, blankUntil: null, version: 1 },
    },
  };
}

function slideViews(): SlideView[] {
  return manifest.slides.map(({ id, organizationId, shopId, content }) => ({
    slide: {
      ...{ id, organizationId, shopId, house: id === 'house' },
      state: id === 'flu' ? ('submitted' as const) : ('approved' as const),
      latestRevisionId: `${id}-1`,
      approvedRevisionId: id === 'flu' ? null : `${id}-1`,
      ...{ rejectionReason: null, createdAt: NOW, updatedAt: NOW, version: 1 },
    },
    latest: {
      ...{ id: `${id}-1`, slideId: id, number: 1, content, dwellSeconds: 15, pages: 1 },
      ...{ createdAt: NOW, createdBy: 'kim' },
    },
    approved: null,
    contentHash: 'c'.repeat(64),
  }));
}

function booking() {
  return {
    ...{ id: 'daily-bread', state: 'live', version: 1, organizationId: 'guild', shopId: 'bakery' },
    ...{ name: '아침 빵', slideIds: ['bread'], screens: 'all', fromDate: TEST_DATE, toDate: null },
    ...{ recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', excludedDates: ['2026-12-25'] },
    ...{ fromMinute: 0, toMinute: 1440, weight: 1, exclusive: false },
    ...{ promisedPlaysPerDay: null, skipClosedDays: true },
  };
}

function shop() {
  return {
    ...{ id: 'bakery', organizationId: 'guild', name: { ko: '창동빵집' }, trade: 'cafe' },
    goods: { ko: '식빵 · 커피' },
    week: Array.from({ length: 7 }, () => ({ fromMinute: 480, toMinute: 1260 })),
    ...{ closedNth: [{ nth: 2, weekday: 0 }], closedDates: ['2026-12-25'], walkMinutes: 2 },
    ...{ place: { ko: '1번 출구 앞' }, phone: null, version: 1 },
    onnuri: { paper: true, mobile: true, card: false },
  };
}

function organizations() {
  return manifest.organizations.map((organization) => ({
    ...organization,
    twoPersonApproval: false,
    version: 1,
  }));
}

function announcementView(): AnnouncementView {
  return {
    announcement: {
      ...{ id: 'storm', level: 'important', title: '우이천 산책로 통제', body: null },
      ...{ source: '도봉구청', screens: 'all', expiresAt: NOW + 3_600_000, drill: false },
      ...{ seq: 1, sentAt: NOW - 60_000, sentBy: 'kim', clearedAt: null, corrects: null },
      ...{ slideId: null, bookingId: null },
    },
    screenIds: ['plaza-1'],
    receipts: [],
  };
}

function feed(): Feed {
  return {
    ...{ id: 'phone', personId: 'kim', name: '내 아이폰', organizationId: null, shopId: 'bakery' },
    ...{ createdAt: NOW - 86_400_000, readAt: NOW - 3_600_000 },
  };
}

function auditEntry() {
  return {
    ...{ id: 1, at: NOW, personId: 'kim', actor: '김창동', action: 'slide.withdraw' },
    ...{ subjectId: 'bread', before: { state: 'approved' }, after: { state: 'withdrawn' } },
  };
}

function problem(code: string, title: string, fields: readonly FieldProblem[] = []) {
  return { type: 'about:blank', title, status: 422, code, fields };
}
