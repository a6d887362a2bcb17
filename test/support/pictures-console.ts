/** Renders each page of the console, on a phone and a desk, in light and dark, against a running controller. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { putCookies } from './put-cookies.ts';

export interface ConsolePictures {
  /** Of the running controller, such as `http://localhost:8080`. */
  readonly origin: string;
  /** A signed-in person's Cookie header. */
  readonly cookie: string;
  /** Made where missing. */
  readonly outDir: string;
  /** A board link to open beside, so that there is something on the glass. */
  readonly boardUrl?: string;
  /** Keeps the names that contain it. */
  readonly only?: string;
}

interface Shot {
  readonly name: string;
  readonly path: string;
  /** What to do on the page before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Without the session. */
  readonly isOutside?: boolean;
}

const SIZES = [
  { name: 'phone', width: 390, height: 844, colorScheme: 'light' },
  { name: 'desktop', width: 1280, height: 860, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
] as const;
type Size = (typeof SIZES)[number];
const SETTLE_MS = 1500;

const shots: readonly Shot[] = [
  { name: 'sign-in', path: 'now', isOutside: true },
  { name: 'setup', path: 'setup/aaaaaaaaaaaaaaaaaaaaaaaa', isOutside: true },
  { name: 'invite', path: 'invite/aaaaaaaaaaaaaaaaaaaaaaaa', isOutside: true },
  { name: 'now', path: 'now' },
  { name: 'now-show', path: 'now', prepare: (page) => click(page, '지금 송출…') },
  { name: 'now-blank', path: 'now', prepare: (page) => click(page, '화면 끄기…') },
  { name: 'review', path: 'review' },
  { name: 'slides', path: 'slides' },
  { name: 'slide', path: 'slides', prepare: (page) => page.locator('a.slide').first().click() },
  { name: 'slide-new', path: 'slides/new' },
  { name: 'slide-form', path: 'slides/new', prepare: writeSlide },
  { name: 'slide-review', path: 'slides/new', prepare: submitSlide },
  {
    name: 'slide-map',
    path: 'slides/new',
    prepare: (page) => openTemplate(page, '찾아오는 길', '지도'),
  },
  {
    name: 'slide-film',
    path: 'slides/new',
    prepare: (page) => openTemplate(page, '동영상', '동영상'),
  },
  { name: 'bookings', path: 'bookings' },
  { name: 'booking', path: 'bookings', prepare: (page) => page.locator('li a').first().click() },
  { name: 'booking-new', path: 'bookings/new' },
  { name: 'booking-effect', path: 'bookings', prepare: showEffect },
  { name: 'promises', path: 'promises' },
  { name: 'calendar', path: 'calendar' },
  {
    name: 'calendar-month',
    path: 'calendar',
    prepare: (page) => page.getByRole('button', { name: '월', exact: true }).click(),
  },
  { name: 'plan', path: 'plan' },
  { name: 'plan-find', path: 'plan', prepare: (page) => page.getByLabel('찾기').fill('식') },
  { name: 'moment', path: 'moment' },
  { name: 'feeds', path: 'feeds' },
  { name: 'feed-new', path: 'feeds', prepare: makeFeed },
  { name: 'holidays', path: 'holidays' },
  { name: 'announcements', path: 'announcements' },
  { name: 'compose', path: 'announcements/new', prepare: writeAnnouncement },
  { name: 'emergency', path: 'announcements/emergency', prepare: checkEmergency },
  { name: 'shops', path: 'shops' },
  { name: 'shop', path: 'shops', prepare: (page) => page.locator('a.shop').first().click() },
  { name: 'screens', path: 'screens' },
  { name: 'screen', path: 'screens', prepare: (page) => page.locator('a.screen').first().click() },
  { name: 'people', path: 'people' },
  { name: 'person-new', path: 'people/new' },
  { name: 'shares', path: 'shares' },
  { name: 'audit', path: 'audit' },
  { name: 'me', path: 'me' },
  { name: 'two-step', path: 'me', prepare: (page) => click(page, '두 단계 로그인 켜기') },
  { name: 'forgot', path: 'forgot', isOutside: true },
  { name: 'more', path: 'more' },
];

/** Writes `NAME-phone.png`, `NAME-desktop.png` and `NAME-phone-dark.png` for each page, and returns their paths. */
export async function renderConsole(options: ConsolePictures): Promise<readonly string[]> {
  await mkdir(options.outDir, { recursive: true });
  const browser = await launchBrowser();
  try {
    if (options.boardUrl !== undefined) await openBoard(browser, options.boardUrl);
    const files: string[] = [];
    for (const size of SIZES) {
      const inside = await openContext(browser, size, options);
      const outside = await openContext(browser, size, { ...options, cookie: '' });
      for (const shot of shots.filter(({ name }) => name.includes(options.only ?? ''))) {
        const page = await (shot.isOutside ? outside : inside).newPage();
        const path = resolve(options.outDir, `${shot.name}-${size.name}.png`);
        await take(page, shot, { origin: options.origin, path });
        files.push(path);
        await page.close();
      }
    }
    return files;
  } finally {
    await browser.close();
  }
}

async function openBoard(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(url);
  await page.waitForTimeout(5 * SETTLE_MS);
}

async function openContext(
  browser: Browser,
  { width, height, colorScheme }: Size,
  { origin, cookie }: ConsolePictures,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  await putCookies(context, { origin, cookie });
  return context;
}

async function take(page: Page, shot: Shot, to: { origin: string; path: string }): Promise<void> {
  await page.goto(`${to.origin}/console#/${shot.path}`);
  await page.waitForTimeout(SETTLE_MS);
  await shot.prepare?.(page);
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: to.path });
}

function click(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name }).first().click();
}

async function makeFeed(page: Page): Promise<void> {
  await page.getByLabel('어느 기기').fill('내 아이폰');
  await click(page, '구독 링크 만들기');
}

/** A draft of the shot before is kept by the browser, and would open instead. */
async function chooseTemplate(page: Page, name: string): Promise<void> {
  const throwAway = page.getByRole('button', { name: '버리기' });
  if (await throwAway.isVisible()) await throwAway.click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

async function writeSlide(page: Page): Promise<void> {
  await chooseTemplate(page, '할인·특가');
  await page.getByLabel('제목', { exact: true }).fill('국화 한 단');
  await page.getByLabel('가격 (선택)', { exact: true }).fill('4,000원');
  await page.getByLabel('할인 전 가격 (선택)').fill('6,000원');
  await page.getByLabel('첫째 줄').fill('오늘 들어온 꽃입니다');
}

async function submitSlide(page: Page): Promise<void> {
  await writeSlide(page);
  await click(page, '초안으로 저장');
  await click(page, '검토 요청');
  await page.getByRole('heading', { name: '승인하기 전에' }).scrollIntoViewIfNeeded();
}

async function openTemplate(page: Page, name: string, legend: string): Promise<void> {
  await chooseTemplate(page, name);
  await page.getByRole('group', { name: legend, exact: true }).first().scrollIntoViewIfNeeded();
}

async function showEffect(page: Page): Promise<void> {
  await page.locator('li a').first().click();
  await page.waitForTimeout(SETTLE_MS);
  await page.locator('console-effect').scrollIntoViewIfNeeded();
}

async function writeAnnouncement(page: Page): Promise<void> {
  await page.getByLabel('제목').fill('우이천 산책로 통제');
  await page.getByLabel('내용 (선택)').fill('비가 그칠 때까지 우이천 산책로에 들어가지 마십시오.');
}

async function checkEmergency(page: Page): Promise<void> {
  await page.getByLabel('제목').fill('즉시 높은 곳으로 대피하십시오');
  await page.locator('main form').getByRole('button', { name: '긴급 송출…' }).click();
}
