import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-slide.ts';
import { templateNames } from '../../../../controller/console/app/words.ts';
import { templates } from '../../../../shared/content/slide.ts';
import {
  administrator,
  boardState,
  consoleFixture,
  type ConsoleFixture,
} from '../../../support/console-fixture.ts';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

/** The page of a slide; again with the same fixture as after a reload. */
async function open(slideId: string, fixture = consoleFixture()): Promise<ConsoleFixture> {
  document.body.replaceChildren();
  const element = document.createElement('console-slide');
  await fixture.desk.slides.reload();
  await fixture.desk.organizations.reload();
  element.desk = fixture.desk;
  element.me = administrator;
  element.slideId = slideId;
  document.body.append(element);
  return fixture;
}

const title = () => page.getByLabelText('제목', { exact: true });

async function openForm(slideId = 'flu'): Promise<ConsoleFixture> {
  const fixture = await open(slideId);
  await expect.element(title()).toBeVisible();
  return fixture;
}

describe('a step back', () => {
  it('takes typing in a field back as one, by button and by key', async () => {
    await openForm();
    const before = (title().element() as HTMLInputElement).value;
    await userEvent.type(title(), ' 무료');
    await userEvent.type(page.getByLabelText('첫째 줄', { exact: true }), '오늘만');
    await userEvent.click(page.getByRole('button', { name: '되돌리기', exact: true }));
    await expect.element(page.getByLabelText('첫째 줄', { exact: true })).toHaveValue('');
    await expect.element(title()).toHaveValue(`${before} 무료`);
    await userEvent.click(title());
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(title()).toHaveValue(before);
    await expect
      .element(page.getByRole('button', { name: '되돌리기', exact: true }))
      .toBeDisabled();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(title()).toHaveValue(`${before} 무료`);
  });
});

describe('the gallery', () => {
  it.each(templates.filter((template) => template !== 'clock'))(
    'opens a form for %s',
    async (template) => {
      await open('new');
      await userEvent.click(
        page.getByRole('button', { name: new RegExp(`^${templateNames[template]}`) }),
      );
      await expect.element(page.getByLabelText(/^제목/).first()).toBeVisible();
      await expect.element(page.getByRole('button', { name: '초안으로 저장' })).toBeVisible();
    },
  );
});

describe('a draft', () => {
  it('is kept over a reload, until it is thrown away', async () => {
    const fixture = await openForm();
    const before = (title().element() as HTMLInputElement).value;
    await userEvent.fill(title(), '독감 예방접종');
    await open('flu', fixture);
    await expect.element(title()).toHaveValue('독감 예방접종');
    await userEvent.click(page.getByRole('button', { name: '버리기' }));
    await expect.element(title()).toHaveValue(before);
    await open('flu', fixture);
    await expect.element(title()).toHaveValue(before);
    expect(page.getByRole('button', { name: '버리기' }).elements()).toHaveLength(0);
  });

  it('of a new slide is opened again, and leads back to the templates when thrown away', async () => {
    const fixture = await open('new');
    await userEvent.click(page.getByRole('button', { name: /^알림/ }));
    await userEvent.fill(title(), '수강생 모집');
    await open('new', fixture);
    await expect.element(title()).toHaveValue('수강생 모집');
    await userEvent.click(page.getByRole('button', { name: '버리기' }));
    await expect.element(page.getByRole('button', { name: /^가게 소개/ })).toBeVisible();
  });

  it('takes its words along to another template', async () => {
    await open('new');
    await userEvent.click(page.getByRole('button', { name: /^알림/ }));
    await userEvent.fill(title(), '수강생 모집');
    await userEvent.click(page.getByRole('button', { name: '다른 틀 고르기' }));
    await userEvent.click(page.getByRole('button', { name: /^행사/ }));
    await expect.element(page.getByLabelText('언제', { exact: true })).toBeVisible();
    await expect.element(title()).toHaveValue('수강생 모집');
  });

  it('is gone once the slide is saved', async () => {
    const fixture = await openForm();
    const view = fixture.desk.slides.value?.find(({ slide }) => slide.id === 'flu');
    fixture.reply('PUT /api/slides/flu', view);
    await userEvent.fill(title(), '독감 예방접종');
    await userEvent.click(page.getByRole('button', { name: '초안으로 저장' }));
    await expect.poll(() => fixture.sent.some(({ route }) => route.startsWith('PUT'))).toBe(true);
    await expect.poll(() => localStorage.length).toBe(0);
  });

  it('of a copy begins with the words of the other slide', async () => {
    const fixture = await openForm('copy-flu');
    const view = fixture.desk.slides.value?.find(({ slide }) => slide.id === 'flu');
    await expect.element(title()).toHaveValue(view?.latest.content.title?.ko ?? '');
    fixture.refuse('POST /api/slides', '빈칸을 채워 주십시오.');
    await userEvent.click(page.getByRole('button', { name: '초안으로 저장' }));
    await expect.element(page.getByText('빈칸을 채워 주십시오.')).toBeVisible();
    expect(fixture.sent.some(({ route }) => route === 'POST /api/slides')).toBe(true);
  });
});

it('[L12] names a character that no board draws under its field, while it is typed', async () => {
  await openForm();
  await userEvent.fill(title(), '독감 \u{13000} 접종');
  await expect.element(title()).toHaveAccessibleDescription(/‘\u{13000}’.*화면 글꼴에 없습니다/u);
  await expect.element(title()).toHaveAttribute('aria-invalid', 'true');
  await userEvent.fill(title(), '독감 접종');
  await expect.element(title()).not.toHaveAccessibleDescription(/화면 글꼴에 없습니다/);
});

it('tells which board has no room for all that the slide on the air says', async () => {
  const fixture = await openForm('bread');
  const told = { slideId: 'bread', message: '‘갓 구운 식빵을 매일’' };
  const misfits = [
    { ...told, revisionId: 'bread-1' },
    { ...told, revisionId: 'bread-0', message: '‘지난 판의 글’' },
  ];
  fixture.desk.states.value = new Map([['plaza-1', boardState({ misfits })]]);
  await expect
    .element(page.getByText(/1번 출구 게시대 화면에는 자리가 모자라.*갓 구운 식빵을 매일/))
    .toBeVisible();
  expect(page.getByText(/지난 판의 글/).elements()).toHaveLength(0);
});

it('does not make a second slide when the first was saved and then refused', async () => {
  const fixture = await open('new');
  await userEvent.click(page.getByRole('button', { name: /^알림/ }));
  await userEvent.fill(title(), '수강생 모집');
  const view = fixture.desk.slides.value?.find(({ slide }) => slide.id === 'flu');
  const slide = { ...view?.slide, id: 'class', state: 'draft' };
  fixture.reply('POST /api/slides', { ...view, slide });
  fixture.reply('PUT /api/slides/class', { ...view, slide });
  fixture.refuse('POST /api/slides/class/approve', '읽을 시간이 모자랍니다.');
  const approve = page.getByRole('button', { name: '저장하고 승인' });
  const confirm = page.getByRole('button', { name: '여섯 가지를 확인했고, 승인합니다' });
  await userEvent.click(approve);
  await userEvent.click(confirm);
  await expect.element(page.getByText('읽을 시간이 모자랍니다.')).toBeVisible();
  await userEvent.click(approve);
  await userEvent.click(confirm);
  const saved = () =>
    fixture.sent.filter(({ route }) => /^(POST|PUT) .*(slides|class)$/.test(route));
  await expect
    .poll(() => saved().map(({ route }) => route))
    .toEqual(['POST /api/slides', 'PUT /api/slides/class']);
});

it('asks in four languages, and tells what is wrong at the one it is about', async () => {
  const fixture = await openForm();
  fixture.refuse('PUT /api/slides/flu', '고쳐 주십시오.', [
    { path: 'content.title.ja', message: '40자까지 쓸 수 있습니다.' },
  ]);
  await userEvent.click(page.getByRole('checkbox', { name: '일본어' }));
  await userEvent.fill(page.getByLabelText('제목 (일본어)'), 'インフルエンザ');
  await userEvent.click(page.getByRole('button', { name: '초안으로 저장' }));
  const japanese = page.getByLabelText('제목 (일본어)');
  await expect.element(japanese).toHaveAccessibleDescription(/40자까지/);
  await expect.element(title()).toHaveAttribute('aria-invalid', 'false');
});

describe('the history', () => {
  async function openHistory() {
    const fixture = await openForm();
    const view = fixture.desk.slides.value?.find(({ slide }) => slide.id === 'flu');
    if (!view) throw new Error('no such slide');
    const older = {
      ...view.latest,
      ...{ id: 'flu-0', number: 1, createdBy: 'lee' },
      content: { ...view.latest.content, title: { ko: '옛 제목' } },
    };
    const revisions = [older, { ...view.latest, number: 2 }];
    const authors = [
      { id: 'lee', displayName: '이도봉' },
      { id: 'kim', displayName: '김창동' },
    ];
    fixture.reply('GET /api/slides/flu', { ...view, revisions, authors });
    await userEvent.click(page.getByText(/^지난 판/));
    await expect.element(page.getByText(/이도봉/)).toBeVisible();
    return fixture;
  }

  it('tells who changed what, and brings an older revision back into the form', async () => {
    const fixture = await openHistory();
    await expect.element(page.getByText(/제목 ‘옛 제목’ → /)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '이 판으로 되돌리기' }));
    await expect.element(title()).toHaveValue('옛 제목');
    expect(fixture.sent.some(({ route }) => route.startsWith('PUT'))).toBe(false);
    await userEvent.click(page.getByRole('button', { name: '되돌리기', exact: true }));
    await expect.element(title()).not.toHaveValue('옛 제목');
  });

  it.each([360, 1280])('has nothing that axe finds, with the form (%i)', async (width) => {
    await page.viewport(width, 844);
    // As the shell has it: what sticks on a phone reaches to its edges.
    document.body.style.padding = '0 16px';
    await openHistory();
    const { violations } = await axe.run('console-slide');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
