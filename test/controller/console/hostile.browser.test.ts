/** [73] What people write and devices say of themselves is text on every page of the console, and nothing else. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import '../../../controller/console/app/console-app.ts';
import { boardState, consoleFixture, NOW } from '../../support/console-fixture.ts';

/** Short enough for the shortest field. */
const HOSTILE = '"><img src=x onerror=hit()>';
const LIVE =
  'img[src="x"], script, iframe, object, embed, [onerror], [onload], a[href^="javascript:" i]';
/** Fields that hold what somebody wrote, or a device said. */
const WRITTEN = new Set([
  ...['name', 'title', 'displayName', 'actor', 'device', 'ko', 'body', 'source', 'reason'],
  ...['message', 'subject', 'text', 'error', 'to', 'rejectionReason', 'userAgent', 'phone'],
]);
const PAGES = [
  ...['now', 'promises', 'feeds', 'holidays', 'review', 'withdrawal/bread', 'slides'],
  ...['slides/new', 'slides/bread', 'bookings', 'bookings/new', 'bookings/daily-bread', 'calendar'],
  ...['plan', 'moment', 'announcements', 'announcements/new', 'announcements/storm/report'],
  ...['shops', 'shops/bakery', 'screens', 'screens/plaza-1', 'people', 'people/kim', 'shares'],
  ...['audit', 'me', 'more'],
];

/** Pages on which the fixture has nothing that somebody wrote. */
const BARE = new Set(['promises', 'withdrawal/bread', 'slides/new', 'more']);

/** The same value with every written text in it replaced. */
function poisoned(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return WRITTEN.has(key) ? HOSTILE : value;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]),
  );
}

/** Every root on the page, shadow roots too. */
function roots(root: Document | ShadowRoot = document): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? roots(shadowRoot) : [],
  );
  return [root, ...inner];
}

/** How often the text stands on the page, also in what a field holds. */
function timesShown(): number {
  const texts = roots().flatMap((root) => {
    const fields = [...root.querySelectorAll<HTMLInputElement>('input, textarea')];
    const own = root instanceof Document ? '' : root.textContent;
    return [own, ...fields.map(({ value }) => value)];
  });
  return texts.filter((text) => text.includes('onerror=hit()')).length;
}

let hits = 0;
beforeEach(async () => {
  hits = 0;
  Object.assign(globalThis, { hit: () => (hits += 1) });
  await page.viewport(1280, 860);
});
afterEach(() => {
  location.hash = '';
  localStorage.clear();
});

async function open() {
  const fixture = consoleFixture(undefined, (value) => poisoned(value));
  const change = { name: 'a', state: 'draft' };
  fixture.reply('GET /api/audit', {
    entries: [
      {
        ...{ id: 9, at: NOW, personId: 'kim', actor: 'a', action: 'shop.save' },
        ...{ subjectId: 'bakery', before: change, after: { ...change, name: 'b', note: HOSTILE } },
      },
    ],
    nextBeforeId: null,
  });
  fixture.reply('GET /api/screens/plaza-1/problems', [
    {
      ...{ screenId: 'plaza-1', kind: 'page-failed', slideId: null, times: 2, message: 'a' },
      ...{ firstAt: NOW - 60_000, lastAt: NOW },
    },
  ]);
  fixture.reply('GET /api/alerts', {
    channels: [{ channel: 'mail', to: 'a' }],
    alerts: [
      {
        ...{ id: 'one', at: NOW, kind: 'trouble', subject: 'a', text: 'a', screenIds: [] },
        deliveries: [{ channel: 'mail', attempts: 1, nextAt: NOW, sentAt: null, error: 'a' }],
      },
    ],
  });
  const app = document.createElement('console-app');
  location.hash = '#/now';
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  fixture.live().onState(boardState({ build: HOSTILE }));
}

describe('[73] a script in everything that is written', () => {
  it('is text on every page', async () => {
    await open();
    for (const path of PAGES) {
      location.hash = `#/${path}`;
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      await expect.element(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      // The frame around each page names the person.
      await expect.poll(timesShown, { message: path }).toBeGreaterThan(BARE.has(path) ? 0 : 1);
      for (const root of roots()) {
        const live = [...root.querySelectorAll(LIVE)].filter((one) => !document.head.contains(one));
        expect(
          live.map(({ outerHTML }) => outerHTML.slice(0, 200)),
          path,
        ).toEqual([]);
      }
    }
    expect(hits).toBe(0);
  });
});
