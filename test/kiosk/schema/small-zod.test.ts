import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  TEST_DATE,
  aManifest,
  aShop,
  aSlide,
  anOrganization,
} from '../../support/manifest-builder.ts';

interface Parser {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}
type Schemas = Readonly<Record<string, Parser | null>>;

const slotTexts = { title: { ko: ' 두 단어 ', en: 'Two' }, lines: [{ ko: '줄' }], picture: null };
const picture = { sha256: 'a'.repeat(64), alt: { ko: '사진' }, focusX: 0.5, focusY: 1 };
const announcement = {
  ...{ id: 'a1', seq: 3, sentAt: 1, sentBy: 'p1', clearedAt: null, corrects: null },
  ...{ slideId: null, bookingId: null, level: 'emergency', title: '제목', body: '본문' },
  ...{ source: '도봉구청', screens: ['s1'], expiresAt: 9, drill: false },
};
const carry = {
  date: TEST_DATE,
  fromMs: 5,
  finishing: null,
  ledger: {
    hourMs: { association: 1 },
    hourDueMicros: {},
    ahead: { 'association/shop:1': 2 },
    bookingTurns: {},
    lastSlides: { 'house/': 'house' },
    last: { slideId: 'house', bookingId: null },
  },
  showNow: null,
  cutBookingId: 'b1',
};
const heldNow = {
  ...{ manifestId: 'm', manifestRevision: 1, manifestHash: '0', announcementSeq: 0 },
  screenVersion: 1,
};
const samples: Readonly<Record<string, unknown>> = {
  manifest: {
    ...aManifest({ organizations: [anOrganization('association', 50)], shops: [aShop('1')] }),
    slides: [
      aSlide('1'),
      { ...aSlide('2'), content: { template: 'shop', ...slotTexts } },
      { ...aSlide('3'), content: { template: 'picture', title: null, picture } },
    ],
    carry,
  },
  patch: {
    ...{
      manifestId: 'm',
      from: 1,
      to: 2,
      calendar: null,
      replan: { effectiveAt: 1, showNow: null },
    },
    put: { organizations: [], shops: [], slides: [aSlide('1')], bookings: [] },
    drop: { organizations: [], shops: [], slides: ['2'], bookings: [] },
    hash: '0',
  },
  madeGood: {
    ...aManifest(),
    carry: {
      ...carry,
      ledger: { ...carry.ledger, madeGood: { slots: { b1: 1 }, resting: ['association'] } },
      claims: { b1: 2 },
    },
  },
  claiming: {
    ...{ manifestId: 'm', from: 1, to: 2, calendar: null, hash: '0' },
    replan: { effectiveAt: 1, showNow: null, claims: { b1: 2 } },
    put: { organizations: [], shops: [], slides: [], bookings: [] },
    drop: { organizations: [], shops: [], slides: [], bookings: [] },
  },
  beat: {
    ...{ held: heldNow, glass: null, safeMode: false, clockOffsetMs: 0.5, unsentPlays: 0 },
    ...{ failedSlideIds: ['1'], waitingSlideIds: ['2'] },
    ...{ clockSure: true, storage: { usedBytes: 1, quotaBytes: 2, persisted: false } },
    ...{ frames: { sinceAt: 1, dropped: 2, longestMs: 3 } },
    launcher: { version: '1', temperatureC: 41.5 },
  },
  announcement: { announcement },
  forAll: { announcement: { ...announcement, screens: 'all', body: null } },
  command: { id: 'c1', command: 'blank', until: 4, expiresAt: 9 },
  answer: { id: 'c1', outcome: 'failed', message: '이유' },
  paired: { paired: { token: 't', screenId: 's1' } },
  board: {
    screen: {
      ...{ id: 's1', name: '화면', place: { ko: '광장' }, widthPx: 1920, heightPx: 1080 },
      ...{ offsetX: 0, offsetY: 0, pitchMm: 3.9, peakNits: 5000, viewingDistanceM: 10 },
      ...{ zone: 'Asia/Seoul', latitude: 37.6, longitude: 127, blankUntil: null, version: 1 },
      week: Array.from({ length: 7 }, () => ({ fromMinute: 300, toMinute: 1440 })),
      specialDays: [{ date: TEST_DATE, opening: null, reason: '점검' }],
      ...{ facesRoad: true, trafficSignalWithin30m: false },
    },
    announcements: [announcement],
    announcementSeq: 3,
  },
  suspects: {
    ...{ page: 'p1', isWatched: true, atRisk: [{ slideId: '1', revisionId: '1-1' }] },
    deaths: [{ slideId: '1', revisionId: '1-1', count: 2 }],
  },
};
const WRONG = [
  undefined,
  null,
  '',
  ' x ',
  'A b',
  -1,
  0,
  1.5,
  1e20,
  NaN,
  true,
  [],
  {},
  ['x'],
  '\u202e',
];

async function schemas(): Promise<Schemas> {
  vi.resetModules();
  const manifest = await import('../../../shared/protocol/manifest.ts');
  const events = await import('../../../shared/protocol/events.ts');
  const commands = await import('../../../shared/protocol/commands.ts');
  const screens = await import('../../../shared/protocol/http/screens.ts');
  const suspects = await import('../../../kiosk/player/suspects.ts');
  return {
    manifest: manifest.manifestSchema,
    patch: manifest.manifestPatchSchema,
    madeGood: manifest.manifestSchema,
    claiming: manifest.manifestPatchSchema,
    beat: events.beatSchema,
    announcement: events.announcementNowSchema,
    forAll: events.announcementNowSchema,
    command: commands.commandSchema,
    answer: commands.commandAnswerSchema,
    paired: screens.pollPairing.value,
    board: screens.boardDocumentSchema,
    suspects: suspects.suspectNotesSchema,
  };
}

/** `value` with everything in it, one after the other, replaced, dropped or added to. */
function* variants(value: unknown): Generator {
  yield* WRONG;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    yield value.slice(1);
    yield [...(value as unknown[]), ...(value as unknown[])];
    for (const other of variants(value[0])) yield [other, ...(value.slice(1) as unknown[])];
    return;
  }
  yield { ...value, surplus: 1 };
  for (const [name, member] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    for (const other of variants(member)) yield { ...value, [name]: other };
  }
}

describe('the small zod of the board', () => {
  let zod: Schemas = {};
  let small: Schemas = {};

  beforeAll(async () => {
    zod = await schemas();
    vi.doMock('zod/mini', () => import('../../../kiosk/schema/small-zod.ts'));
    small = await schemas();
    vi.doUnmock('zod/mini');
  });

  it.each(Object.keys(samples))('reads a %s as zod does, and refuses what zod refuses', (name) => {
    const sample = samples[name];
    expect(zod[name]?.safeParse(sample).success).toBe(true);
    expect(small[name]).not.toBeInstanceOf(zod[name]?.constructor);
    for (const value of [sample, ...variants(sample)]) {
      const wanted = zod[name]?.safeParse(value);
      const found = small[name]?.safeParse(value);
      const agreed = { success: wanted?.success, data: wanted?.data };
      expect({ success: found?.success, data: found?.data }, JSON.stringify(value)).toEqual(agreed);
    }
  });
});
