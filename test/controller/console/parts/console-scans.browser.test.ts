import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-slide.ts';
import { knownShortUrl } from '../../../../controller/console/parts/short-address.ts';
import { slideOf } from '../../../../controller/console/parts/preview-scene.ts';
import type { SlideScans } from '../../../../shared/protocol/http/scans.ts';
import { addDays } from '../../../../shared/time.ts';
import { administrator, consoleFixture } from '../../../support/console-fixture.ts';
import { TEST_DATE } from '../../../support/manifest-builder.ts';

const SCANS = 'GET /api/slides/bread/scans';
const none: SlideScans = {
  shortUrl: 'HTTPS://PLAZA.EXAMPLE/Q/K7M2N4P',
  today: TEST_DATE,
  days: [],
};

/** The slide's page, or the part alone, where the slide has a short link. */
async function open(scans?: SlideScans, tag: 'console-slide' | 'console-scans' = 'console-slide') {
  const fixture = consoleFixture();
  const { desk } = fixture;
  if (scans) fixture.reply(SCANS, scans);
  await Promise.all([desk.slides.reload(), desk.screens.reload(), desk.organizations.reload()]);
  desk.slides.put(
    (desk.slides.value ?? []).map((view) =>
      view.slide.id === 'bread'
        ? { ...view, slide: { ...view.slide, shortLink: { code: 'K7M2N4P', url: null } } }
        : view,
    ),
  );
  const element = document.createElement(tag);
  Object.assign(element, { desk, me: administrator, slideId: 'bread' });
  document.body.append(element);
  onTestFinished(() => element.remove());
  return fixture;
}

it('tells the scans of each of the last 14 days, today first', async () => {
  const days = [
    { date: addDays(TEST_DATE, -20), scans: 50 },
    { date: addDays(TEST_DATE, -1), scans: 12 },
    { date: TEST_DATE, scans: 1234 },
  ];
  await open({ ...none, days });
  const section = page.getByRole('region', { name: 'QR 코드를 찍은 횟수' });
  await expect.element(section.getByText('지난 14일 동안 1,246번')).toBeVisible();
  const rows = section.getByRole('listitem').elements();
  expect(rows).toHaveLength(14);
  expect(rows[0]?.textContent).toMatch(/오늘\s+1,234번/);
  expect(rows[1]?.textContent).toMatch(/12번/);
  expect(rows[13]?.textContent).toMatch(/0번/);
});

it('says that nobody scanned yet, and that nobody is followed', async () => {
  await open(none);
  await expect.element(page.getByText('아직 찍은 사람이 없습니다.')).toBeVisible();
  await expect.element(page.getByText(/누가 찍었는지는 남기지 않습니다/)).toBeVisible();
});

it('says what went wrong, and asks again by a button', async () => {
  const fixture = await open(undefined, 'console-scans');
  const section = page.getByRole('region', { name: 'QR 코드를 찍은 횟수' });
  await expect.element(section.getByRole('alert')).toBeVisible();
  fixture.reply(SCANS, none);
  await userEvent.click(section.getByRole('button', { name: '다시 시도' }));
  await expect.element(page.getByText('아직 찍은 사람이 없습니다.')).toBeVisible();
});

it('copies the address as people read it, or selects it where there is no clipboard', async () => {
  await open(none);
  const copy = page.getByRole('button', { name: '링크 복사' });
  const address = page.getByLabelText('짧은 주소');
  await expect.element(address).toHaveValue('https://plaza.example/q/K7M2N4P');
  const write = vi.fn(() => Promise.resolve());
  const clipboard = vi.spyOn(navigator, 'clipboard', 'get');
  onTestFinished(() => clipboard.mockRestore());
  clipboard.mockReturnValue({ writeText: write } as unknown as Clipboard);
  await userEvent.click(copy);
  expect(write).toHaveBeenCalledWith('https://plaza.example/q/K7M2N4P');
  clipboard.mockReturnValue(undefined as unknown as Clipboard);
  await userEvent.click(copy);
  const field = address.element() as HTMLInputElement;
  await expect.poll(() => field.selectionEnd).toBe(field.value.length);
  expect(field.selectionStart).toBe(0);
});

it('draws the code of the short address, as the board does', async () => {
  const { desk } = await open(none);
  await expect.element(page.getByText('아직 찍은 사람이 없습니다.')).toBeVisible();
  const shortUrl = knownShortUrl(desk, 'bread');
  expect(shortUrl).toBe(none.shortUrl);
  const view = desk.slides.value?.find(({ slide }) => slide.id === 'bread');
  if (!view) throw new Error('no slide');
  const { content } = view.latest;
  const linked = { ...content, link: { url: 'https://a.example/', label: { ko: '신청' } } };
  expect(slideOf(linked, view.slide, shortUrl).shortUrl).toBe(shortUrl);
  expect(slideOf(content, view.slide, shortUrl).shortUrl).toBeUndefined();
});

it('shows nothing for a slide without a short link', async () => {
  const fixture = await open(none);
  await expect.element(page.getByText('아직 찍은 사람이 없습니다.')).toBeVisible();
  await fixture.desk.slides.reload();
  await expect.element(page.getByText('아직 찍은 사람이 없습니다.')).not.toBeInTheDocument();
});
