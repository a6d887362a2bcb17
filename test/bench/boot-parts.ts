/** What the benches of a board's start have in common. */
import express from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { ConsoleSession } from '../support/console-session.ts';

/** Puts the device's token where the board keeps it, without loading any of the board. */
export async function rememberToken(
  page: Page,
  url: string,
  paired: { token: string; screenId: string },
): Promise<void> {
  await page.goto(new URL('/healthz', url).href);
  await page.evaluate(
    (value) => localStorage.setItem('plaza-device', JSON.stringify(value)),
    paired,
  );
}

/** The hash of a picture that some slide has. */
export async function anyPicture(session: ConsoleSession): Promise<string> {
  const { value } = await session.call('GET', '/api/slides');
  const views = value as { latest: { content: { picture?: { sha256: string } | null } } }[];
  const found = views
    .map((view) => view.latest.content.picture?.sha256)
    .find((sha) => sha !== undefined);
  if (found === undefined) throw new Error('no slide has a picture');
  return found;
}

/** Serves `folder`, and one picture beside it under `/picture`. */
export async function serveBare(
  folder: string,
  pictureUrl: string,
): Promise<{ origin: string; close: () => void }> {
  const bytes = Buffer.from(await (await fetch(pictureUrl)).arrayBuffer());
  const app = express();
  app.get('/picture', (_request, response) => {
    response.type('image/webp').send(bytes);
  });
  app.use(express.static(folder));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
