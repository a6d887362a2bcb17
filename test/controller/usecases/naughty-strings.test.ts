import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlideContent } from '../../../shared/content/slide.ts';
import type { Problem } from '../../../shared/problem.ts';
import { GUILD_PICTURE } from '../../support/house-fixture.ts';
import { naughtyStrings, templateTexts, withTexts } from '../../support/naughty.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { shopFields } from '../../support/values.ts';

let controller: TestController;
let manager: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
  await bringFilm(controller);
});
afterAll(() => controller.stop());

const refused = naughtyStrings.filter(({ named }) => named !== null);
const accepted = naughtyStrings.filter(({ named }) => named === null);
/** More fields of 10,000 letters are too large a call. */
const AT_ONCE = 6;
/** Words for people who cannot see; the board does not draw them. */
const isSpoken = (path: string) => path.includes('alt.');

const GUILD_FILM = '4'.repeat(64);

async function bringFilm({ store }: TestController): Promise<void> {
  const video = { posterSha256: GUILD_PICTURE, durationMs: 5000, flashesPerSecond: 0 };
  await store.transact(async (records) => {
    const poster = await records.media.get(GUILD_PICTURE);
    if (!poster) throw new Error('the house has no picture');
    await records.media.put({ ...poster, sha256: GUILD_FILM, mime: 'video/mp4', video });
  });
}

function own(content: SlideContent): SlideContent {
  const brought = JSON.parse(
    JSON.stringify(content).replaceAll('a'.repeat(64), GUILD_PICTURE),
  ) as SlideContent;
  if (brought.template !== 'video') return brought;
  return { ...brought, video: { ...brought.video, sha256: GUILD_FILM, durationMs: 5000 } };
}

async function create(content: SlideContent) {
  const body = {
    organizationId: 'guild',
    shopId: 'bakery',
    content: own(content),
    dwellSeconds: 60,
  };
  return manager.send('createSlide', { body });
}

/** What is said of the field: the Korean of a text is named without its language. */
function saidOf(problem: Problem | undefined, path: string): string {
  const paths = [`content.${path}`, `content.${path.replace(/\.ko$/, '')}`];
  const found = problem?.fields?.find((field) => paths.includes(field.path));
  return found?.message ?? 'nothing';
}

describe.each(templateTexts())('a $template', ({ content, texts }) => {
  it.each(refused)('[L12] refuses $name in each of its fields', async ({ text, named }) => {
    const drawn = texts.filter(({ path }) => !isSpoken(path));
    for (let from = 0; from < drawn.length; from += AT_ONCE) {
      const fields = drawn.slice(from, from + AT_ONCE);
      const { status, problem } = await create(withTexts(content, fields, text));
      expect([status, problem?.code]).toEqual([422, 'invalid']);
      for (const { path } of fields) expect(saidOf(problem, path), path).toContain(named);
    }
  });

  it.each(accepted)('takes $name in all of its fields as text', async ({ text }) => {
    const { status, value, problem } = await create(withTexts(content, texts, text));
    expect([status, problem]).toEqual([200, undefined]);
    const { template } = content;
    expect(value?.latest.content).toMatchObject({ template });
  });
});

it('[L12] what cannot be drawn is refused of a shop, a screen and an announcement as well', async () => {
  const emoji = { ko: '보리빵집🍞' };
  const shop = await manager.send('createShop', { body: shopFields({ name: emoji }) });
  expect(shop.problem).toMatchObject({ code: 'invalid', fields: [{ path: 'name' }] });
  const admin = await controller.as('admin');
  const { screen } = (await admin.get('listScreens'))[0] ?? {};
  if (!screen) throw new Error('no screen');
  const { id: screenId, ...rest } = screen;
  const fields: Partial<typeof rest> = { ...rest };
  delete fields.blankUntil;
  const saved = await admin.send('saveScreen', {
    params: { screenId },
    body: { ...fields, place: { ko: '광장 ⚽' } },
  });
  expect(saved.problem).toMatchObject({ code: 'invalid', fields: [{ path: 'place' }] });
  const officer = await controller.as('officer');
  const announced = await officer.send('sendAnnouncement', {
    body: {
      ...{ level: 'important', title: '대피하십시오', body: '곧 🚨', source: '도봉구청' },
      ...{ screens: 'all', expiresAt: Date.now() + 600_000, drill: false },
      ...{ corrects: null, unblank: false },
    },
  });
  expect(announced.problem).toMatchObject({ code: 'invalid', fields: [{ path: 'body' }] });
});
