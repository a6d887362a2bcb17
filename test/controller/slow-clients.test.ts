/** Clients that dribble, or only hold a connection: they are let go, and nobody else waits for them. */
import { createServer as createPlain, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../controller/config.ts';
import { closeServer, listen, makeServer } from '../../controller/serve.ts';

const CLIENTS = 200;
const HOUR_MS = 3_600_000;
const patient = { headersMs: HOUR_MS, bodyMs: HOUR_MS, uploadMs: HOUR_MS, checkMs: 50 };
const opened: Socket[] = [];
let server: Server = createPlain();
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  server.closeAllConnections();
  await closeServer(server, 0);
});

async function serve(patience: Partial<typeof patient>): Promise<number> {
  const config = readConfig({ PORT: '0' });
  const answer = { ...patient, ...patience };
  server = makeServer(
    config,
    (request, response) => {
      request.resume().once('end', () => response.end('served'));
    },
    answer,
  );
  return listen(server, config);
}

/** So many that each send `start`, and then a byte now and then for ever. Resolves when all were let go. */
async function dribble(port: number, start: string): Promise<void> {
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      opened.push(socket);
      socket.write(start);
      const more = setInterval(() => socket.write('x'), 20);
      socket.resume();
      // Being cut is often an error of the write that comes next.
      await new Promise((resolve) => socket.once('close', resolve));
      clearInterval(more);
    }),
  );
}

describe('[23] slow clients', () => {
  it.each([
    { what: 'headers', patience: { headersMs: 300 }, start: 'GET / HTTP/1.1\r\nHost: a\r\nX-A: ' },
    {
      what: 'a body',
      patience: { bodyMs: 300 },
      start: 'POST /api/slides HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n',
    },
    {
      what: 'a body in chunks',
      patience: { bodyMs: 300 },
      start: 'POST /api/slides HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n',
    },
    {
      what: 'an upload',
      patience: { uploadMs: 300, headersMs: 300 },
      start: 'POST /api/media HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n',
    },
  ])('that dribble $what are let go while others are served', async ({ patience, start }) => {
    const port = await serve(patience);
    const ended = dribble(port, start);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('served');
    await ended;
  });

  it('an upload has longer than any other body', async () => {
    const port = await serve({ bodyMs: 100 });
    const slow = dribbleOnce(port, '/api/media');
    await dribble(port, 'POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n');
    expect(slow.destroyed).toBe(false);
  });
});

function dribbleOnce(port: number, path: string): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  opened.push(socket);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n`);
  socket.resume();
  return socket;
}
