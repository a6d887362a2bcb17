/** What answers outside of the table of endpoints: pages, pictures, calendars, short links, the document. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type AppOptions } from '../../../controller/app.ts';
import { createIntake } from '../../../controller/media/intake.ts';
import { openMediaFiles } from '../../../controller/media/media-files.ts';
import { hashSecret, newSecret } from '../../../controller/people/secret.ts';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import { temporaryFolder } from '../../support/controller-process.ts';
import { keepBytes } from '../../support/keep-bytes.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

/** Each route that no endpoint names, an address of it, and what anybody at all is answered. */
const others: Readonly<Record<string, { readonly path: string; readonly status: number }>> = {
  'get /': { path: '/', status: 302 },
  'get /media/:sha256': { path: `/media/${'a'.repeat(64)}`, status: 404 },
  'get /feeds/:secret.ics': { path: '/feeds/no-secret.ics', status: 404 },
  'get /q/:code': { path: '/q/NOTHING', status: 404 },
  'get /api/openapi.json': { path: '/api/openapi.json', status: 200 },
};
/** Folders of built files, by the file that is asked for. */
const folders = ['/board/index.html', '/console/index.html'];

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly name: string;
}

/** Every route of the app, such as `get /api/slides`. */
function routesOf(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map((method) => `${method} ${route.path}`)
      : routesOf(handle.stack ?? []),
  );
}

function staticFolders(stack: readonly Layer[]): number {
  const counts = stack.map(({ name, handle }) =>
    name === 'serveStatic' ? 1 : staticFolders(handle.stack ?? []),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

let controller: TestController;
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(async () => {
  folder = temporaryFolder();
  for (const page of ['kiosk', 'console']) {
    await mkdir(join(folder.path, page), { recursive: true });
    await writeFile(join(folder.path, page, 'index.html'), '<!doctype html>');
  }
  controller = await startTestController({ distDir: folder.path });
});
afterAll(async () => {
  await controller.stop();
  folder.remove();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${controller.origin}${path}`, { headers, redirect: 'manual' });

describe('[U12] outside of the table of endpoints', () => {
  it('there is no route that has no row here', () => {
    const files = openMediaFiles(join(folder.path, 'media'));
    const options = {
      ...{ publicUrl: null, secure: false, isLoopback: true, allowHttp: false, trustProxyHops: 0 },
      ...{ distDir: folder.path, intake: createIntake(files, null), alerts: controller.alerts },
      postLink: null,
      process: { build: { version: '0', revision: 'x' }, startedAt: 0, dataDir: folder.path },
    } satisfies AppOptions;
    const app: Express = createApp(controller.context, options);
    const { stack } = (app as unknown as { readonly router: { readonly stack: Layer[] } }).router;
    const known = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(routesOf(stack).sort()).toEqual([...known, ...Object.keys(others)].sort());
    // Folders are no routes: there are these two and no third.
    expect(staticFolders(stack)).toBe(folders.length);
  });

  it.each(Object.entries(others))(
    '%s tells strangers nothing',
    async (_route, { path, status }) => {
      const token = await controller.deviceToken('board');
      for (const headers of [
        {},
        { cookie: await controller.cookieOf('admin') },
        { cookie: 'plaza-session=made-up' },
        { authorization: `Bearer ${token}` },
      ])
        expect((await get(path, headers)).status).toBe(status);
    },
  );

  it.each(folders)('%s is for everybody, what lies around it for nobody', async (path) => {
    expect((await get(path)).status).toBe(200);
    for (const other of ['../main.js', '..%2fcontroller%2fmain.js', '.env', 'index.html.map'])
      expect((await get(path.replace('index.html', other))).status).toBe(404);
  });

  it.each([
    ...['/.env', '/.git/config', '/package.json', '/data/plaza.sqlite', '/backups', '/metrics'],
    ...['/api', '/api/backup', '/api/audit/heads', '/server-status', '/healthz/x', '/debug'],
    ...['/socket.io/socket.io.js', '/dist/controller/main.js', '/uploads', '/media', '/feeds'],
  ])('there is nothing at %s', async (path) => {
    for (const headers of [{}, { cookie: await controller.cookieOf('admin') }])
      expect([400, 404]).toContain((await get(path, headers)).status);
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'PUT', 'DELETE', 'PATCH'])(
    'pages do not know %s',
    async (method) => {
      if (method === 'TRACE' || method === 'CONNECT') {
        await expect(fetch(`${controller.origin}/console/`, { method })).rejects.toThrow();
        return;
      }
      const { status } = await fetch(`${controller.origin}/console/`, { method });
      expect(status).toBe(404);
    },
  );

  it('a calendar opens by its secret alone, and ends with the rights of its owner', async () => {
    const secret = newSecret();
    await controller.store.transact(async (records) => {
      const feed = {
        id: 'f',
        personId: 'viewer',
        name: '전화',
        organizationId: null,
        shopId: null,
      };
      await records.feeds.add({ ...feed, createdAt: 0, readAt: null }, hashSecret(secret));
    });
    expect((await get(`/feeds/${secret}.ics`)).status).toBe(200);
    expect((await get(`/feeds/${hashSecret(secret)}.ics`)).status).toBe(404);
    await controller.store.transact(async (records) => {
      const viewer = (await records.people.get('viewer'))!;
      await records.people.put({ ...viewer, disabled: true });
    });
    expect((await get(`/feeds/${secret}.ics`)).status).toBe(404);
  });

  it('a picture is shown to who knows its hash, in a box of its own', async () => {
    const sha256 = await keepBytes(
      openMediaFiles(join(controller.dataDir, 'media')),
      Buffer.from('RIFF....WEBP'),
    );
    const response = await get(`/media/${sha256}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
