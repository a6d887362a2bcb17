import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/parts/console-review.ts';
import type { Judgement } from '../../../../shared/legibility/judgement.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';

afterEach(() => document.body.replaceChildren());

const judgement: Judgement = {
  ...{ revisionId: 'r', at: 0, pages: 1, screenIds: ['plaza-1'], unmeasured: [] },
  warnings: [],
};

async function open(given: Partial<Judgement> | undefined): Promise<string> {
  const { desk } = consoleFixture();
  await desk.slides.reload();
  await desk.screens.reload();
  const [view] = desk.slides.value ?? [];
  if (!view) throw new Error('no slide');
  const element = document.createElement('console-review');
  element.desk = desk;
  element.view = given ? { ...view, judgement: { ...judgement, ...given } } : view;
  document.body.replaceChildren(element);
  await element.updateComplete;
  return page
    .getByRole('region', { name: '승인하기 전에' })
    .element()
    .textContent.replace(/\s+/g, ' ');
}

it('reminds of the six points, judged or not', async () => {
  expect(await open(undefined)).toContain('사행심을 부추기지 않습니까?');
  const points = page.getByRole('listitem').elements();
  expect(points).toHaveLength(6);
});

it('[L13.2] shows each warning with its field and the boards that it is about', async () => {
  const words = await open({
    pages: 2,
    warnings: [
      { rule: 'L4', field: 'title', words: '한 줄이 20자입니다.', screenIds: ['plaza-1'] },
    ],
  });
  expect(words).toMatch(/살필 것 제목 · 한 줄이 20자입니다\./);
  expect(words).toContain('2쪽으로 나누어');
});

it('[L13.4] says so where the words alone were judged, and where a board was left out', async () => {
  expect(await open({ screenIds: [] })).toContain('글만 살폈습니다');
  expect(await open({ unmeasured: ['gone'] })).toContain('‘없어진 화면’에서는 재지 않았습니다');
});

it('[V2] [V1] tells whether the six points were confirmed, and asks anew of another revision', async () => {
  await open(undefined);
  const element = document.querySelector('console-review')!;
  const said: boolean[] = [];
  element.addEventListener('review-checked', ({ isChecked }) => said.push(isChecked));
  const box = page.getByRole('checkbox', { name: '여섯 가지를 모두 확인했습니다' });
  await userEvent.click(box);
  await expect.poll(() => said).toEqual([true]);
  element.view = { ...element.view, contentHash: 'd'.repeat(64) };
  await expect.element(box).not.toBeChecked();
  expect(said).toEqual([true, false]);
});

it('[V15] shows what was said of the people on the photo or film, and warns where nothing was', async () => {
  const words = async (people?: 'agreed', isFilm = false) => {
    await open(undefined);
    const element = document.querySelector('console-review')!;
    const { view } = element;
    const picture = {
      ...{ sha256: 'a'.repeat(64), alt: { ko: '거리' }, focusX: 0.5, focusY: 0.5 },
      ...(people && { people }),
    };
    const { sha256, alt } = picture;
    const video = {
      sha256,
      posterSha256: sha256,
      alt,
      durationMs: 8000,
      ...(people && { people }),
    };
    const content = isFilm
      ? { template: 'video' as const, title: null, video }
      : { template: 'picture' as const, title: null, picture };
    element.view = { ...view, latest: { ...view.latest, content } };
    await element.updateComplete;
    return page.getByRole('region', { name: '승인하기 전에' }).element().textContent;
  };
  expect(await words()).toContain('알아볼 수 있는 사람이 있는지 말하지 않았습니다');
  expect(await words('agreed')).toContain('사진에 나온 사람의 동의를 받았다고 했습니다');
  expect(await words(undefined, true)).toContain('동영상에 알아볼 수 있는 사람이 있는지');
  expect(await words('agreed', true)).toContain('동영상에 나온 사람의 동의를 받았다고 했습니다');
});
