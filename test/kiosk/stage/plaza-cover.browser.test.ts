import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../../../kiosk/stage/plaza-cover.ts';
import type { Cover } from '../../../kiosk/player/view.ts';
import { sceneOf, stage } from '../../shared/slides/stage.ts';
import { anAnnouncement } from '../announcement.ts';

const PAGE_MS = 8000;
const scene = sceneOf(600, 300);
const long = anAnnouncement({
  level: 'important',
  body: '가나다라 마바사아 자차카타. '.repeat(20).trim(),
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function show(cover: Cover) {
  const element = document.createElement('plaza-cover');
  stage(element, 600, 300);
  await element.updateComplete;
  const words = element.shadowRoot!.querySelector('plaza-announcement')!;
  const again = async () => {
    element.show(cover, scene);
    await element.updateComplete;
    await words.ready;
    await element.updateComplete;
  };
  const hide = () => element.show(null, scene);
  await again();
  return { words, again, hide };
}

it('[A42] goes on, the next time, at the page of an important announcement that was cut off', async () => {
  const { words, again, hide } = await show({ layer: 'important', announcement: long });
  expect(words.pages).toBeGreaterThan(3);
  vi.advanceTimersByTime(2 * PAGE_MS);
  hide();
  await again();
  expect(words.page).toBe(2);
  vi.advanceTimersByTime(PAGE_MS);
  await words.updateComplete;
  hide();
  await again();
  expect(words.page).toBe(3);
});

it('[A42] begins an emergency anew at its first page', async () => {
  const emergency = { ...long, level: 'emergency' as const };
  const { words, again, hide } = await show({ layer: 'emergency', announcement: emergency });
  vi.advanceTimersByTime(2 * PAGE_MS);
  hide();
  await again();
  expect(words.page).toBe(0);
});
