import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/parts/console-legibility.ts';
import type { ConsoleLegibility } from '../../../../controller/console/parts/console-legibility.ts';
import type { SlideContent } from '../../../../shared/content/slide.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';

/** A cold browser reads the type first. */
const PATIENT = { timeout: 10_000 };

const notice: SlideContent = {
  template: 'notice',
  title: { ko: '독감 예방접종' },
  lines: [{ ko: '65세 이상 무료입니다' }],
  contact: null,
  picture: null,
};
const long: SlideContent = {
  ...notice,
  lines: ['첫째 줄입니다. ', '둘째 줄입니다. ', '셋째 줄입니다. '].map((line) => ({
    ko: line.repeat(4).trim(),
  })),
};

afterEach(() => document.body.replaceChildren());

/** The element, and what it said of the slide so far. */
function open(
  content: SlideContent,
  desk = consoleFixture().desk,
): {
  readonly element: ConsoleLegibility;
  readonly judged: boolean[];
} {
  const element = document.createElement('console-legibility');
  const judged: boolean[] = [];
  element.desk = desk;
  element.content = content;
  element.organizationId = 'office';
  element.addEventListener('legibility-judged', (event) => {
    judged.push(event.isFailing);
  });
  document.body.append(element);
  return { element, judged };
}

function words(): string {
  return page.getByRole('status').element().textContent.replace(/\s+/g, ' ');
}

it('says of a short slide that it is read well', async () => {
  const { judged } = open(notice);
  await expect.poll(words, PATIENT).toContain('모두 잘 읽힙니다');
  expect(judged.at(-1)).toBe(false);
});

it('[L3] asks for more time, and a button gives it', async () => {
  const { element } = open(long);
  await expect.poll(words, PATIENT).toMatch(/15초는 짧습니다/);
  const wanted: number[] = [];
  element.addEventListener('fix-wanted', (event) => {
    if (event.fix.kind === 'dwell') wanted.push(event.fix.seconds);
  });
  await userEvent.click(page.getByRole('button', { name: /초로 늘리기/ }));
  expect(wanted).toHaveLength(1);
  element.dwellSeconds = wanted[0] ?? 0;
  await expect.poll(words, PATIENT).not.toContain('짧습니다');
});

it('[L9] fails a resident number, and names the field', async () => {
  const { judged } = open({ ...notice, lines: [{ ko: '김창동 900101-1234567' }] });
  await expect.poll(words, PATIENT).toMatch(/고칠 것 첫째 줄 · 주민등록번호/);
  expect(judged.at(-1)).toBe(true);
});

it('judges the last words only, however fast they are typed', async () => {
  const { element, judged } = open(long);
  for (const ko of ['독', '독감', '독감 예방', '독감 예방접종']) {
    element.content = { ...notice, title: { ko } };
    await element.updateComplete;
  }
  await expect.poll(words, PATIENT).toContain('모두 잘 읽힙니다');
  expect(judged).toEqual([false]);
});

it('[L6] a white picture is toned down by night, so that it does not dazzle', async () => {
  const { desk } = consoleFixture();
  vi.spyOn(desk.pictures, 'load').mockImplementation(() => {
    const canvas = new OffscreenCanvas(160, 90);
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = '#ffffff';
    context?.fillRect(0, 0, 160, 90);
    return createImageBitmap(canvas);
  });
  const picture = { sha256: 'a'.repeat(64), alt: { ko: '하양' }, focusX: 0.5, focusY: 0.5 };
  open({ template: 'picture', title: { ko: '눈 오는 날' }, picture }, desk);
  await expect.poll(words, PATIENT).toMatch(/고칠 것|살필 것|좋음/);
  expect(words()).not.toContain('밤에는 눈이 부십니다');
});
