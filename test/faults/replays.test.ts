/** A server that says everything twice, late and in the wrong order, and a real board that hears it (check 28). */
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveBoards } from '../../controller/socket/boards.ts';
import type { Announcement } from '../../shared/content/announcement.ts';
import { MANIFEST_PATH } from '../../shared/protocol/http/device-paths.ts';
import type { ManifestPatch } from '../../shared/protocol/manifest.ts';
import { putEmergencyOnAir } from '../support/emergency.ts';
import { BoardProfile, untilOnAir } from '../support/board-profile.ts';
import { startTestController, type TestController } from '../support/test-controller.ts';

const BUILT = resolve(import.meta.dirname, '../../dist');
/** For what must not happen. */
const QUIET_MS = 700;

let controller: TestController;
let board: BoardProfile;
/** What the controller would have pushed; the test delivers it. */
let patches: ManifestPatch[];
let words: Announcement[];
/** How often the board asked for its whole manifest. */
let pulls = 0;
let deliverPatch: (patch: ManifestPatch) => void;
let deliverWord: (word: Announcement) => void;

beforeAll(async () => {
  controller = await startTestController({ distDir: BUILT });
  holdPushes();
  const device = { token: await controller.deviceToken('board'), screenId: 'board' };
  board = new BoardProfile({ origin: controller.origin, device });
  await untilOnAir(await board.start());
  board.page.on('request', (request) => {
    if (request.url().endsWith(MANIFEST_PATH)) pulls += 1;
  });
  const isHere = () => controller.context.boards.states().some(({ connected }) => connected);
  await vi.waitUntil(isHere, { timeout: 15_000 });
  await watchGlass();
});

beforeEach(() => {
  patches = [];
  words = [];
});

afterAll(async () => {
  await board.remove();
  await controller.stop();
});

function holdPushes(): void {
  const { boards } = controller.context;
  if (!(boards instanceof LiveBoards)) throw new Error('these boards are not live');
  const [patch, announce] = [boards.patch.bind(boards), boards.announce.bind(boards)];
  deliverPatch = (one) => patch(one, Date.now());
  deliverWord = announce;
  boards.patch = (one) => void patches.push(one);
  boards.announce = (one) => void words.push(one);
}

describe('a board that hears everything twice, late and out of order', () => {
  it('[B17] keeps the newest plan, and shows no older one again', async () => {
    for (const slideId of ['festival', 'noodles', 'bread']) await showNow(slideId);
    const [first, second, third] = patches as [ManifestPatch, ManifestPatch, ManifestPatch];
    for (const patch of [third, first, second, third, second]) deliverPatch(patch);
    await expect.poll(() => now('slide-id')).toBe('bread');
    await quiet();
    const [before, pullsBefore] = [await glimpses(), pulls];
    for (const patch of [first, third, second, first]) deliverPatch(patch);
    await quiet();
    expect(await glimpses()).toEqual(before);
    expect(pulls).toBe(pullsBefore);
    const revisions = before.map(({ revision }) => Number(revision));
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(revisions.at(-1)).toBe(third.to);
    expect(await receipts('bread')).toEqual(['slide']);
  });

  it('[B17] shows no emergency whose all-clear came before it', async () => {
    const id = await sendEmergency();
    await clear(id);
    const [alert, allClear] = words as [Announcement, Announcement];
    for (const word of [allClear, alert, alert, allClear]) deliverWord(word);
    await expect.poll(() => now('layer')).toBe('all-clear');
    deliverWord(alert);
    await quiet();
    expect((await glimpses()).filter(({ announcement }) => announcement === id)).toEqual([
      expect.objectContaining({ layer: 'all-clear' }),
    ]);
    expect(await receipts(id)).toEqual(['all-clear']);
  });

  it('[B17] brings an emergency on once, takes it off once, and touches neither in between', async () => {
    const id = await sendEmergency();
    const [alert] = words as [Announcement];
    deliverWord(alert);
    await expect.poll(() => now('announcement-id')).toBe(id);
    const drawn = await strokes();
    for (let time = 0; time < 3; time += 1) deliverWord(alert);
    await quiet();
    expect(await strokes()).toBe(drawn);
    await clear(id);
    const [, allClear] = words as [Announcement, Announcement];
    for (const word of [allClear, alert, allClear, alert]) deliverWord(word);
    await expect.poll(() => now('layer')).toBe('all-clear');
    await quiet();
    const layers = (await glimpses()).filter(({ announcement }) => announcement === id);
    expect(layers.map(({ layer }) => layer)).toEqual(['emergency', 'all-clear']);
    expect((await receipts(id)).toSorted()).toEqual(['all-clear', 'announcement']);
  });
});

async function showNow(slideId: string): Promise<void> {
  const manager = await controller.as('manager');
  await manager.get('showSlideNow', { params: { slideId }, body: { screens: 'all' } });
}

async function sendEmergency(): Promise<string> {
  const fields = { expiresAt: Date.now() + 3_600_000 };
  return (await putEmergencyOnAir(controller, fields)).announcement.id;
}

async function clear(announcementId: string): Promise<void> {
  const officer = await controller.as('officer');
  await officer.get('clearAnnouncement', { params: { announcementId } });
}

/** The kinds of all receipts for it, once none is under way. */
async function receipts(subjectId: string): Promise<readonly string[]> {
  const { receipts: records } = controller.store.records;
  await expect.poll(async () => (await records.ofSubjects([subjectId])).length).toBeGreaterThan(0);
  await quiet();
  return (await records.ofSubjects([subjectId])).map(({ kind }) => kind);
}

interface Glimpse {
  readonly layer: string | null;
  readonly announcement: string | null;
  readonly slide: string | null;
  readonly revision: string | null;
}

interface Watched {
  plazaGlimpses: Glimpse[];
  plazaStrokes: number;
}

/** From now on every change of what the board says, and every touch of what is drawn of an announcement, is kept. */
async function watchGlass(): Promise<void> {
  await board.page.evaluate(() => {
    const world = globalThis as unknown as Watched;
    const element = document.querySelector('plaza-board');
    const cover = element?.shadowRoot?.querySelector('plaza-cover')?.shadowRoot;
    if (!element || !cover) throw new Error('there is no board');
    const said = (name: string) => element.getAttribute(`data-${name}`);
    world.plazaGlimpses = [];
    world.plazaStrokes = 0;
    new MutationObserver(() => {
      const glimpse = {
        ...{ layer: said('layer'), announcement: said('announcement-id') },
        ...{ slide: said('slide-id'), revision: said('manifest-revision') },
      };
      if (JSON.stringify(glimpse) !== JSON.stringify(world.plazaGlimpses.at(-1)))
        world.plazaGlimpses.push(glimpse);
    }).observe(element, { attributes: true });
    new MutationObserver((changes) => {
      world.plazaStrokes += changes.length;
    }).observe(cover, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

function glimpses(): Promise<readonly Glimpse[]> {
  return board.page.evaluate(() => (globalThis as unknown as Watched).plazaGlimpses);
}

function strokes(): Promise<number> {
  return board.page.evaluate(() => (globalThis as unknown as Watched).plazaStrokes);
}

/** What the board says of itself at this moment. */
function now(name: string): Promise<string | null> {
  return board.page.evaluate(
    (wanted) => document.querySelector('plaza-board')?.getAttribute(`data-${wanted}`) ?? null,
    name,
  );
}

function quiet(): Promise<void> {
  return new Promise((wake) => setTimeout(wake, QUIET_MS));
}
