import { expect, it } from 'vitest';
import { Desk } from '../../../../controller/console/link/desk.ts';
import type { LiveHandlers } from '../../../../controller/console/link/live.ts';
import { aPerson } from '../../../support/values.ts';

/** A desk whose line comes up when the test says so, with the addresses that it asked for. */
function deskBeforeItsLine() {
  const asked: string[] = [];
  const handlers: LiveHandlers[] = [];
  const desk = new Desk({
    clock: () => 0,
    connect: (live) => {
      handlers.push(live);
      return () => undefined;
    },
    fetch: (url) => {
      asked.push(url);
      return Promise.resolve(new Response('[]'));
    },
  });
  desk.enter(aPerson({}));
  return { desk, asked, hello: () => handlers[0]?.onHello(0, []) };
}

it('what was read before the line was up is read again then, and nothing else is', async () => {
  const { desk, asked, hello } = deskBeforeItsLine();
  desk.reviewNotes.subscribe(() => undefined);
  await expect.poll(() => desk.reviewNotes.value).toEqual([]);
  hello();
  await expect.poll(() => asked).toEqual(['/api/review-notes', '/api/review-notes']);
  hello();
  desk.slides.subscribe(() => undefined);
  await expect.poll(() => desk.slides.value).toEqual([]);
  expect(asked).toEqual(['/api/review-notes', '/api/review-notes', '/api/slides']);
});
