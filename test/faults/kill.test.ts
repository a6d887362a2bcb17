/** The controller is killed at random moments, again and again, while everything is written. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openStore } from '../../controller/store/sqlite-store.ts';
import { launchBrowser } from '../support/browser.ts';
import { setUp, type ConsoleSession } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { freePort } from '../support/free-port.ts';
import { pairByCode } from '../support/pairing.ts';
import { boardSocket, writeUntilOver, type Journal } from './writers.ts';

const KILLS = Number(process.env.TEST_KILLS ?? 6);
const folder = temporaryFolder();
let browser: Browser;
let page: Page;
let controller: ControllerProcess;
let session: ConsoleSession;

beforeAll(async () => {
  browser = await launchBrowser();
  controller = await startController({ dataDir: folder.path, port: await freePort() });
  session = await setUp(controller);
  page = await browser.newPage({ viewport: { width: 600, height: 300 } });
  await page.goto(controller.link('/board#pair=') ?? '');
  await page.waitForFunction(() =>
    document.querySelector('plaza-board')?.getAttribute('data-slide-id'),
  );
});

afterAll(async () => {
  await controller.stop();
  await browser.close();
  folder.remove();
});

describe('kill -9 of the controller', () => {
  it(
    `loses nothing acknowledged in ${KILLS} kills, and the board plays on`,
    async () => {
      const journal: Journal = {
        slides: new Map(),
        bookings: new Set(),
        announcements: new Set(),
        plays: new Set(),
      };
      const token = await secondBoard();
      const socket = boardSocket(controller.origin, token);
      const slide = await someSlide();
      let isOver = false;
      onTestFinished(() => {
        isOver = true;
        socket.close();
      });
      const writing = writeUntilOver({
        session,
        board: socket,
        journal,
        slide,
        isOver: () => isOver,
      });
      const port = Number(new URL(controller.origin).port);
      for (let kill = 0; kill < KILLS; kill++) {
        await new Promise((wake) => setTimeout(wake, 150 + Math.random() * 600));
        await controller.stop('SIGKILL');
        expect(
          await isOnAir(page),
          `the board is on air without its controller, kill ${kill}`,
        ).toBe(true);
        controller = await startController({ dataDir: folder.path, port });
        expect(await isOnAir(page), `the board is on air after kill ${kill}`).toBe(true);
      }
      await new Promise((wake) => setTimeout(wake, 500));
      isOver = true;
      await writing;
      await expectInSync();
      await controller.stop('SIGKILL');
      await expectAllStored(journal);
      controller = await startController({ dataDir: folder.path, port });
      expect(journal.plays.size).toBeGreaterThan(KILLS * 10);
      expect(journal.slides.size).toBeGreaterThan(KILLS);
    },
    60_000 + KILLS * 20_000,
  );
});

async function secondBoard(): Promise<string> {
  const { value } = await session.call('GET', '/api/screens');
  const [first] = value as { screen: Record<string, unknown> }[];
  const fields = Object.fromEntries(
    Object.entries(first!.screen).filter(([key]) => !['id', 'version', 'blankUntil'].includes(key)),
  );
  const made = await session.call('POST', '/api/screens', { ...fields, name: '둘째 게시대' });
  const { screen } = made.value as { screen: { id: string } };
  return (await pairByCode(controller.origin, session, screen.id)).token;
}

async function someSlide(): Promise<{ id: string; revisionId: string; organizationId: string }> {
  const { value } = await session.call('GET', '/api/slides');
  const [view] = value as {
    slide: { id: string; organizationId: string; latestRevisionId: string };
  }[];
  return {
    id: view!.slide.id,
    revisionId: view!.slide.latestRevisionId,
    organizationId: view!.slide.organizationId,
  };
}

/** The board says what is on the glass, and the slot that it names is not over. */
function isOnAir(board: Page): Promise<boolean> {
  return board.evaluate(() => {
    const element = document.querySelector('plaza-board');
    const layer = element?.getAttribute('data-layer');
    if (layer === 'important') return true;
    const start = Number(element?.getAttribute('data-slot-start'));
    const age = Date.now() - start;
    return (layer === 'slot' || layer === 'house') && age > -1000 && age < 62_000;
  });
}

async function expectInSync(): Promise<void> {
  const { value } = await session.call('GET', '/api/screens');
  const [first] = value as { screen: { id: string } }[];
  const answer = await session.call('GET', `/api/screens/${first!.screen.id}/manifest`);
  const { manifest } = answer.value as { manifest: { revision: number } };
  await page.waitForFunction(
    (revision) =>
      document.querySelector('plaza-board')?.getAttribute('data-manifest-revision') ===
      String(revision),
    manifest.revision,
    { timeout: 30_000 },
  );
}

async function expectAllStored(journal: Journal): Promise<void> {
  const path = join(folder.path, 'plaza.sqlite');
  const database = new DatabaseSync(path);
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  database.close();
  const store = await openStore({ path });
  const slides = new Map((await store.records.slides.all()).map((slide) => [slide.id, slide]));
  for (const [id, text] of journal.slides) {
    const revision = await store.records.revisions.get(slides.get(id)?.latestRevisionId ?? '');
    expect(revision?.content).toMatchObject({ title: { ko: text } });
  }
  const bookings = new Set((await store.records.bookings.all()).map(({ id }) => id));
  expect([...journal.bookings].filter((id) => !bookings.has(id))).toEqual([]);
  const announcements = new Set((await store.records.announcements.all()).map(({ id }) => id));
  expect([...journal.announcements].filter((id) => !announcements.has(id))).toEqual([]);
  const plays = new Set<string>();
  for (const { id } of await store.records.screens.all()) {
    for (const play of await store.records.plays.between(id, 0, Date.now() + 60_000))
      plays.add(play.id);
  }
  expect([...journal.plays].filter((id) => !plays.has(id))).toEqual([]);
  await store.close();
}
