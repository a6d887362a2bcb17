import { expect, test } from 'vitest';
import { judge } from '../../../shared/legibility/judge.ts';
import type { Judged } from '../../../shared/legibility/judged.ts';
import { judged, text } from './cases.ts';

/** Each row: what it is, the slide, and the findings as `rule verdict field`, in order. */
type Row = readonly [string, Judged, readonly string[]];

const one = (part: Parameters<typeof text>[0]) => ({ texts: [text(part)] });

/**
 * L9: the personal information protection act, articles 15 and 24-2. L10: the enforcement decree on outdoor
 * advertisements, article 12, paragraph 2. L12: the shipped fonts themselves.
 */
const words: readonly Row[] = [
  ['[L9.1] a resident number', judged(one({ text: '문의 900101-1234567' })), ['L9 fail title']],
  ['[L9.1] without its dash', judged(one({ text: '문의 9001011234567' })), ['L9 fail title']],
  ['[L9.1] thirteen digits that are no date', judged(one({ text: '번호 9013451234567' })), []],
  ['[L9.2] a mobile number', judged(one({ text: '문의 010-1234-5678' })), ['L9 warn title']],
  ['[L9.2] run together', judged(one({ text: '문의 01012345678' })), ['L9 warn title']],
  ['[L9.2] the district office', judged(one({ text: '문의 02-2091-4142' })), []],
  [
    '[L9.2] an account of digits is no number to call',
    judged(one({ text: '계좌 301012345678901' })),
    [],
  ],
  [
    '[L9.1] a resident number in a translation',
    judged({ texts: [text(), text({ text: 'ID 900101-1234567', language: 'en' })] }),
    ['L9 fail title'],
  ],
  ['[L12.1] an emoji', judged(one({ text: '개업 🎉' })), ['L12 fail title']],
  ['[L12.1] simplified Chinese in Korean', judged(one({ text: '한글 广场' })), ['L12 fail title']],
  [
    '[L12.1] simplified Chinese in Chinese',
    judged({ texts: [text(), text({ text: '广场', language: 'zh' })] }),
    [],
  ],
  [
    '[L12.1] Japanese forms in Japanese',
    judged({ texts: [text(), text({ text: '駅前', language: 'ja' })] }),
    [],
  ],
  ['[L12.2] decomposed jamo', judged(one({ text: '겨울 특가'.normalize('NFD') })), []],
  [
    '[L12.3] three marks on a letter',
    judged(one({ text: '가Z\u0337\u0322\u0321' })),
    ['L12 fail title'],
  ],
  ['[L10] English alone', judged(one({ text: 'Grand Open' })), ['L10 warn title']],
  ['[L10] beside Hangul', judged(one({ text: '그랜드 오픈 Grand Open' })), []],
  ['[L10] Hanja alone', judged(one({ text: '祝 開業' })), ['L10 warn title']],
  ['[L10] a price', judged(one({ text: '4,000~5,000' })), []],
  ['[L10] a measure', judged(one({ text: '500 g / 1.5 kg' })), []],
  ['[L10] a web address', judged(one({ text: 'www.dobong.go.kr' })), []],
  [
    '[L10] a translation is meant to be foreign',
    judged({ texts: [text(), text({ text: 'Winter sale', language: 'en' })] }),
    [],
  ],
  [
    '[L10] what the template writes by itself',
    judged({ texts: [text(), text({ text: 'OPEN', field: '' })] }),
    [],
  ],
];

test.each(words)('%s', (_title, slide, expected) => {
  const found = judge(slide).map(({ rule, verdict, field }) => `${rule} ${verdict} ${field}`);
  expect(found).toEqual(expected);
});

test.each([
  ['[L9] a button takes a resident number out', '문의 900101-1234567 김', '문의 김'],
  ['[L12] a button takes an emoji out', '개업 🎉 기념', '개업 기념'],
])('%s', (_title, words, left) => {
  const [finding] = judge(judged(one({ text: words })));
  expect(finding?.fix).toMatchObject({ kind: 'write', field: 'title', texts: [left] });
});
