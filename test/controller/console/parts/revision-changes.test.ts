import { expect, it } from 'vitest';
import { revisionChanges } from '../../../../controller/console/parts/revision-changes.ts';
import type { Picture, SlideContent, SlideRevision } from '../../../../shared/content/slide.ts';
import { aRevision } from '../../../support/values.ts';

type Notice = Extract<SlideContent, { template: 'notice' }>;

const picture: Picture = { sha256: 'a'.repeat(64), alt: { ko: '꽃' }, focusX: 0.5, focusY: 0.5 };
const straight: Picture = {
  ...picture,
  sha256: 'b'.repeat(64),
  straightened: { from: picture.sha256, degrees: 3 },
};
const notice: Notice = {
  template: 'notice',
  title: { ko: '독감 예방접종', en: 'Flu shots' },
  lines: [{ ko: '무료입니다' }],
  contact: null,
  picture,
};

function revision(change: Partial<Notice> = {}, dwellSeconds = 15): SlideRevision {
  return aRevision({ content: { ...notice, ...change }, dwellSeconds });
}

it.each<[string, Partial<Notice>, string]>([
  [
    'a title',
    { title: { ko: '독감 접종', en: 'Flu shots' } },
    '제목 ‘독감 예방접종’ → ‘독감 접종’',
  ],
  ['a language', { title: { ko: '독감 예방접종' } }, '제목 (영어) ‘Flu shots’ 뺌'],
  ['a line', { lines: [{ ko: '무료입니다' }, { ko: '매일' }] }, '둘째 줄 ‘매일’ 더함'],
  ['no picture', { picture: null }, '사진 뺌'],
  ['another picture', { picture: { ...picture, sha256: 'c'.repeat(64) } }, '사진 바꿈'],
  ['a straight picture', { picture: straight }, '사진 기울기 고침'],
  ['another crop', { picture: { ...picture, zoom: 2 } }, '사진 자른 곳 옮김'],
  ['a description', { picture: { ...picture, alt: { ko: '국화' } } }, '글 밖의 것을 고침'],
])('says that a revision has %s', (_what, change, words) => {
  expect(revisionChanges(revision(), revision(change))).toEqual([words]);
});

it('says how long it stands, what is the first, and that nothing differs', () => {
  expect(revisionChanges(revision(), revision({}, 20))).toEqual([
    '보여 주는 시간을 15초에서 20초로 바꿈',
  ]);
  expect(revisionChanges(undefined, revision())).toEqual(['처음 만들었습니다.']);
  expect(revisionChanges(revision(), revision())).toEqual(['바뀐 것이 없습니다.']);
});
