import { expect, it } from 'vitest';
import { subjectOf } from '../../../../controller/console/parts/audit-subject.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';

const revision = { number: 1, content: { template: 'notice', title: { ko: '예방접종' } } };
const photo = { template: 'picture', title: null, picture: { sha256: '0', alt: { ko: '빵' } } };

it.each([
  ['a booking', { name: '아침 빵' }, '아침 빵'],
  ['a shop', { name: { ko: '창동빵집', en: 'Bakery' } }, '창동빵집'],
  ['a person', { loginName: 'kim', displayName: '김창동' }, '김창동'],
  ['an announcement', { title: '우이천 산책로 통제', body: null }, '우이천 산책로 통제'],
  ['a new slide', { slide: { id: 'flu' }, latest: revision }, '예방접종'],
  ['a saved slide', revision, '예방접종'],
  ['a slide that is a photo', { content: photo }, '빵'],
])('finds the name of %s in what was recorded', (_what, recorded, name) => {
  const { desk } = consoleFixture();
  expect(subjectOf(desk, { subjectId: 'x', before: null, after: recorded })).toBe(name);
  expect(subjectOf(desk, { subjectId: 'x', before: recorded, after: null })).toBe(name);
});

it('names a slide or a screen that the entry only points at as it is called today', async () => {
  const { desk } = consoleFixture();
  await Promise.all([desk.slides.reload(), desk.screens.reload()]);
  const step = { before: { state: 'approved' }, after: { state: 'withdrawn' } };
  expect(subjectOf(desk, { subjectId: 'bread', ...step })).toBe('슬라이드 bread');
  const command = { before: null, after: null };
  expect(subjectOf(desk, { subjectId: 'plaza-1', ...command })).toBe('1번 출구 게시대');
});

it('is silent about what nobody knows', () => {
  const { desk } = consoleFixture();
  for (const recorded of [null, 'pc-1', 7, [], { name: '', title: { en: 'x' } }])
    expect(subjectOf(desk, { subjectId: 'gone', before: recorded, after: recorded })).toBe(
      undefined,
    );
});
