import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/legibility/judge.ts';
import type { Judged } from '../../../shared/legibility/judged.ts';
import { hangul, judged, screen, text } from './cases.ts';

/** Each row: what it is, the slide, and the findings as `rule verdict field`, in order. */
type Row = readonly [string, Judged, readonly string[]];

const signal = { trafficSignalWithin30m: true };
const one = (part: Parameters<typeof text>[0]) => ({ texts: [text(part)] });
const lines = (...words: string[]) => ({
  texts: words.map((line, index) =>
    text({ text: line, lines: [line], field: `lines.${String(index)}`, isTitle: false }),
  ),
});
const still = { red: 0, yellow: 0, green: 0 };

/**
 * L1: 4·d of Japan's MLIT and the Nippon Foundation (CJK glyphs), three quarters for Latin and digits; 7.3·d is
 * 25 minutes of arc (JIS Z 8513). L2: 16 pixels, the floor of Hangul bitmap type.
 */
const heights: readonly Row[] = [
  ['nothing wrong', judged(), []],
  ['no text at all', judged({ texts: [] }), []],
  [
    '[L1.1] 31 px of 0.63 mm is 19.5 mm, under 4 × 5',
    judged({ board: screen, ...one({ glyphPx: 31 }) }),
    ['L1 fail title', 'L11 warn '],
  ],
  [
    '[L1.1] 32 px is 20.2 mm',
    judged({ board: screen, ...one({ glyphPx: 32 }) }),
    ['L1 warn title', 'L11 warn '],
  ],
  [
    '[L1.2] 57 px is 35.9 mm, under 7.3 × 5',
    judged({ board: screen, ...one({ glyphPx: 57 }) }),
    ['L1 warn title'],
  ],
  ['[L1.2] 58 px is 36.5 mm', judged({ board: screen, ...one({ glyphPx: 58 }) }), []],
  [
    '[L1.1] 10 m asks for 40 mm: 63 px',
    judged({ board: { ...screen, viewingDistanceM: 10 }, ...one({ glyphPx: 63 }) }),
    ['L1 fail title'],
  ],
  [
    '[L1.1] 64 px is 40.3 mm',
    judged({ board: { ...screen, viewingDistanceM: 10 }, ...one({ glyphPx: 64 }) }),
    ['L1 warn title'],
  ],
  [
    '[L1.1] 30 m asks for 120 mm: 14 px of 8 mm is too few pixels as well',
    judged({ board: { viewingDistanceM: 30 }, ...one({ glyphPx: 14 }) }),
    ['L1 fail title'],
  ],
  [
    '[L1.2] 30 m, 27 px of 8 mm is 216 mm, under 219',
    judged({ board: { viewingDistanceM: 30 }, ...one({ glyphPx: 27 }) }),
    ['L1 warn title'],
  ],
  [
    '[L1.2] 30 m, 28 px is 224 mm',
    judged({ board: { viewingDistanceM: 30 }, ...one({ glyphPx: 28 }) }),
    [],
  ],
  [
    '[L1.1] digits need three quarters: 24 px on the screen',
    judged({ board: screen, ...one({ text: '4,000', glyphPx: 24 }) }),
    ['L1 warn title', 'L11 warn '],
  ],
  [
    '[L1.1] digits at 23 px',
    judged({ board: screen, ...one({ text: '4,000', glyphPx: 23 }) }),
    ['L1 fail title', 'L11 warn '],
  ],
  [
    '[L2.1] 15 px of 8 mm are high enough and too few',
    judged(one({ glyphPx: 15 })),
    ['L2 fail title'],
  ],
  ['[L2.1] 16 px', judged(one({ glyphPx: 16 })), ['L2 warn title']],
  ['[L2.2] 23 px', judged(one({ glyphPx: 23 })), ['L2 warn title']],
  ['[L2.2] 24 px', judged(one({ glyphPx: 24 })), []],
  ['[L2.1] digits of 12 px', judged(one({ text: '15:30', glyphPx: 12 })), ['L2 warn title']],
  ['[L2.1] digits of 11 px', judged(one({ text: '15:30', glyphPx: 11 })), ['L2 fail title']],
  [
    '[L2] Hanja counts as Hangul',
    judged(one({ text: '無料', glyphPx: 15, language: 'zh' })),
    ['L2 fail title'],
  ],
];

/**
 * L3: 2 s and n / 5.5 s, mean less one deviation of silent reading (J Korean Ophthalmol Soc 2016;57(4):642–649);
 * fails under 2 + n / 9. L11: 1.2 m/s, from h / 4 to 5 m before a wall.
 */
const times: readonly Row[] = [
  ['[L3.2] 71 letters in 15 s', judged(one(hangul(71))), []],
  ['[L3.2] 72 letters in 15 s: 15.1 s are needed', judged(one(hangul(72))), ['L3 warn ']],
  ['[L3.3] 117 letters in 15 s: exactly the fast reader', judged(one(hangul(117))), ['L3 warn ']],
  ['[L3.3] 118 letters in 15 s', judged(one(hangul(118))), ['L3 fail ']],
  ['[L3.2] 38 letters in 9 s', judged({ ...one(hangul(38)), dwellSeconds: 9 }), []],
  ['[L3.2] 39 letters in 9 s', judged({ ...one(hangul(39)), dwellSeconds: 9 }), ['L3 warn ']],
  ['[L3.3] 64 letters in 9 s', judged({ ...one(hangul(64)), dwellSeconds: 9 }), ['L3 fail ']],
  [
    '[L3.2] a disaster text of 90 letters needs 18.4 s',
    judged({ ...one(hangul(90)), dwellSeconds: 19 }),
    [],
  ],
  [
    '[L3.2] one of 157 needs 30.5 s',
    judged({ ...one(hangul(157)), dwellSeconds: 30 }),
    ['L3 warn '],
  ],
  [
    '[L3.2] a QR code takes 4 s: 49 letters in 15 s',
    judged({ ...one(hangul(49)), hasQr: true }),
    [],
  ],
  ['[L3.2] 50 letters and a QR code', judged({ ...one(hangul(50)), hasQr: true }), ['L3 warn ']],
  ['[L3.3] 82 letters and a QR code', judged({ ...one(hangul(82)), hasQr: true }), ['L3 fail ']],
  [
    '[L3.4] a translation is read instead, not as well',
    judged({ texts: [text(hangul(60)), text({ ...hangul(60), language: 'ja', field: '' })] }),
    [],
  ],
  [
    '[L3] pages are read one after the other',
    judged({ pages: 2, texts: [text(hangul(60)), text({ ...hangul(60), page: 1 })] }),
    [],
  ],
  [
    '[L3] the longest page counts',
    judged({ pages: 2, texts: [text(hangul(20)), text({ ...hangul(80), page: 1 })] }),
    ['L3 warn '],
  ],
  [
    '[L11] 16 px of 4 mm are read from 16 m: 9.2 s to the wall',
    judged({ board: { pitchMm: 4, viewingDistanceM: 4 }, ...one({ ...hangul(39), glyphPx: 16 }) }),
    ['L2 warn title'],
  ],
  [
    '[L11] 40 letters need 9.3 s',
    judged({ board: { pitchMm: 4, viewingDistanceM: 4 }, ...one({ ...hangul(40), glyphPx: 16 }) }),
    ['L2 warn title', 'L11 warn '],
  ],
  [
    '[L11] whose glyphs are only read from where it is too near',
    judged({ board: { pitchMm: 1, viewingDistanceM: 1 }, ...one({ glyphPx: 16 }) }),
    ['L2 warn title', 'L11 warn '],
  ],
];

/** L4: 16 letters a line, of which Latin letters count half, as Netflix asks of Korean subtitles; three lines. */
const room: readonly Row[] = [
  ['[L4.1] 16 letters in a line', judged(one({ lines: ['가'.repeat(16)] })), []],
  ['[L4.1] 17 letters in a line', judged(one({ lines: ['가'.repeat(17)] })), ['L4 warn title']],
  ['[L4.1] Latin letters count half', judged(one({ lines: ['a'.repeat(32)] })), []],
  ['[L4.1] three lines of running text', judged(lines('하나', '둘', '셋')), []],
  ['[L4.1] four lines', judged(lines('하나', '둘', '셋', '넷')), ['L4 warn ']],
  [
    '[L4.1] a text that breaks counts by its lines',
    judged({
      texts: [text({ field: 'lines.0', isTitle: false, lines: ['가', '나', '다', '라'] })],
    }),
    ['L4 warn '],
  ],
  [
    '[L4.1] facts are no running text',
    judged({ texts: [text({ field: 'target', isTitle: false, lines: ['가', '나', '다', '라'] })] }),
    [],
  ],
  [
    '[L2] a label of the template is as small as it is',
    judged({ texts: [text(), text({ field: '', glyphPx: 20 })] }),
    [],
  ],
  [
    '[L2] but never under the least',
    judged({ texts: [text(), text({ field: '', glyphPx: 15 })] }),
    ['L2 fail '],
  ],
  ['[L4.2] a text that spills over', judged(one({ isInside: false })), ['L4 fail title']],
  ['[L4.2] a text that was left out', judged({ omitted: ['lines.2'] }), ['L4 warn lines.2']],
];

/** L5: WCAG 2.2, 1.4.3 (4.5, large 3) and 1.4.6 (7, large 4.5); large is twice the least height. */
const contrasts: readonly Row[] = [
  ['[L5.1] 4.49 on small text', judged(one({ glyphPx: 30, contrast: 4.49 })), ['L5 fail title']],
  ['[L5.1] 4.5 on small text', judged(one({ glyphPx: 30, contrast: 4.5 })), ['L5 warn title']],
  ['[L5.2] 6.9 on small text', judged(one({ glyphPx: 30, contrast: 6.9 })), ['L5 warn title']],
  ['[L5.2] 7 on small text', judged(one({ glyphPx: 30, contrast: 7 })), []],
  ['[L5.1] 2.9 on large text', judged(one({ glyphPx: 32, contrast: 2.9 })), ['L5 fail title']],
  ['[L5.1] 3 on large text', judged(one({ glyphPx: 32, contrast: 3 })), ['L5 warn title']],
  ['[L5.2] 4.5 on large text', judged(one({ glyphPx: 32, contrast: 4.5 })), []],
];

/**
 * L6: 0.4 of white in linear light, our own. L7, L8.1: the enforcement decree on outdoor advertisements, article 14,
 * paragraph 3. L8.2: WCAG 2.3.1.
 */
const lights: readonly Row[] = [
  ['[L6] a bright page by day', judged({ meanLuminance: 0.9 }), []],
  ['[L6] a bright page by night', judged({ form: 'night', meanLuminance: 0.41 }), ['L6 warn ']],
  ['[L6] at the limit', judged({ form: 'night', meanLuminance: 0.4 }), []],
  ['[L7] red where no light is near', judged({ signalParts: { ...still, red: 0.6 } }), []],
  [
    '[L7] a twentieth of red near a light',
    judged({ board: signal, signalParts: { ...still, red: 0.05 } }),
    [],
  ],
  [
    '[L7] more than a twentieth',
    judged({ board: signal, signalParts: { ...still, yellow: 0.06 } }),
    ['L7 warn '],
  ],
  [
    '[L7] more than a tenth',
    judged({ board: signal, signalParts: { ...still, green: 0.11 } }),
    ['L7 fail '],
  ],
  [
    '[L7] two colours',
    judged({ board: signal, signalParts: { red: 0.2, yellow: 0, green: 0.07 } }),
    ['L7 fail ', 'L7 warn '],
  ],
  [
    '[L8] a video by the road',
    judged({ board: { facesRoad: true }, video: { flashesPerSecond: 0 } }),
    ['L8 fail '],
  ],
  ['[L8] a still picture by the road', judged({ board: { facesRoad: true } }), []],
  ['[L8] three flashes a second', judged({ video: { flashesPerSecond: 3 } }), []],
  ['[L8] four flashes a second', judged({ video: { flashesPerSecond: 4 } }), ['L8 fail ']],
];

describe.each([
  ['height and pixels', heights],
  ['time', times],
  ['room', room],
  ['contrast', contrasts],
  ['light and movement', lights],
])('%s', (_name, rows) => {
  test.each(rows)('%s', (_title, slide, expected) => {
    const found = judge(slide).map(({ rule, verdict, field }) => `${rule} ${verdict} ${field}`);
    expect(found).toEqual(expected);
  });
});

test('[L3] says how to mend it, and a button can', () => {
  const [finding] = judge(judged({ ...one(hangul(64)), dwellSeconds: 12 }));
  expect(finding).toMatchObject({
    words: '12초는 짧습니다: 14초로 늘리거나 9자를 줄이십시오.',
    fix: { kind: 'dwell', seconds: 14 },
  });
});

test('[L3] a text that no dwell is long enough for can only be cut', () => {
  const [finding] = judge(judged({ ...one(hangul(600)), dwellSeconds: 60 }));
  expect(finding).toMatchObject({ verdict: 'fail', fix: null });
  expect(finding?.words).not.toContain('늘리');
});

test('[L4.3] a button makes two lines of a long one, between the words that halve it', () => {
  const long = '가나다라마바사 아자차카타파하 거너더러머버서';
  const found = judge(judged(lines(long)));
  expect(found.find(({ rule }) => rule === 'L4')?.fix).toMatchObject({
    field: 'lines.0',
    texts: ['가나다라마바사', '아자차카타파하 거너더러머버서'],
  });
  const full = judge(judged(lines(long, '나', '다')));
  expect(full.find(({ field }) => field === 'lines.0')?.fix).toBeNull();
});

test('failures come first', () => {
  const slide = judged({ ...one({ glyphPx: 20, contrast: 2 }), omitted: ['lines.0'] });
  expect(judge(slide).map(({ verdict }) => verdict)).toEqual(['fail', 'warn', 'warn']);
});
