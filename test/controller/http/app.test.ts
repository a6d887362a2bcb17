import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { readonly operationId: string }>>;
}

let controller: TestController;
let distDir: string;
beforeAll(async () => {
  distDir = await mkdtemp(join(tmpdir(), 'plaza-dist-'));
  for (const page of ['kiosk', 'console']) {
    await mkdir(join(distDir, page, 'assets'), { recursive: true });
    await writeFile(join(distDir, page, 'index.html'), `<title>${page}</title>`);
    await writeFile(join(distDir, page, 'assets', 'main-abc.js'), 'export {};');
  }
  await writeFile(join(distDir, 'kiosk', 'sw.js'), '//');
  controller = await startTestController({ distDir });
});
afterAll(async () => {
  await controller.stop();
  await rm(distDir, { recursive: true });
});

describe('the pages', () => {
  it.each([
    { path: '/board/', type: 'text/html', cache: 'no-cache' },
    { path: '/board/sw.js', type: 'text/javascript', cache: 'no-cache' },
    { path: '/console/', type: 'text/html', cache: 'no-cache' },
    {
      path: '/console/assets/main-abc.js',
      type: 'text/javascript',
      cache: 'public, max-age=31536000, immutable',
    },
  ])('are served: $path', async ({ path, type, cache }) => {
    const response = await fetch(controller.origin + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('cache-control')).toBe(cache);
  });

  it.each([
    { from: '/board', to: '/board/' },
    { from: '/', to: '/console/' },
  ])('are led to: $from', async ({ from, to }) => {
    const response = await fetch(controller.origin + from, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(to);
  });

  it('carry a policy without unsafe exceptions', async () => {
    const { headers } = await fetch(`${controller.origin}/board/`);
    const policy = headers.get('content-security-policy')!;
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "worker-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy.split(';')).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*|upgrade-insecure/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('over TLS ask for TLS from then on', async () => {
    const secure = await startTestController({ site: { secure: true } });
    const { headers } = await fetch(`${secure.origin}/board/`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    await secure.stop();
  });
});

describe('requests of other sites', () => {
  it.each([
    { why: 'a foreign Origin', headers: { origin: 'https://evil.example' }, status: 403 },
    { why: 'a form of another site', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { why: 'our own page', headers: { 'sec-fetch-site': 'same-origin' }, status: 200 },
  ])('[62] with $why answer $status', async ({ headers, status }) => {
    const client = await controller.as('manager');
    const body = {
      organizationId: 'guild',
      shopId: null,
      content: { template: 'clock', title: { ko: '시계' } },
      dwellSeconds: 15,
    };
    const before = controller.fingerprint();
    const sent = await client.send('createSlide', { body, headers });
    expect(sent.status).toBe(status);
    if (status !== 403) return;
    expect(sent.problem?.code).toBe('foreign-origin');
    expect(controller.fingerprint()).toBe(before);
  });

  it('may read what is public', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await controller.anonymous.send('readSetup', { headers })).status).toBe(200);
  });
});

describe('the OpenAPI document', () => {
  it('names every endpoint, with schemas', async () => {
    const response = await fetch(`${controller.origin}/api/openapi.json`);
    const document = (await response.json()) as Document;
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      Object.keys(endpoints).toSorted(),
    );
    expect(document.paths['/api/slides/{slideId}/approve']?.post).toMatchObject({
      summary: '승인한다',
      security: [{ session: [] }],
      parameters: [{ name: 'slideId', in: 'path', required: true }],
      requestBody: {
        content: { 'application/json': { schema: { required: ['version', 'contentHash'] } } },
      },
      responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } },
    });
    expect(document.paths['/api/session']?.delete).toMatchObject({ responses: { 204: {} } });
  });
});

describe('replies', () => {
  it('are not kept by anyone', async () => {
    const client = await controller.as('viewer');
    expect((await client.send('listSlides')).headers.get('cache-control')).toBe('no-store');
  });

  it('to a bug tell nothing of it, and it is logged once', async () => {
    const client = await controller.as('manager');
    const broken = await startTestController();
    await broken.store.close();
    const { problem } = await broken.anonymous.send('readSetup');
    expect(problem?.code).toBe('internal');
    expect(JSON.stringify(problem)).not.toMatch(/database|closed|\.ts/);
    expect(broken.log.filter(({ level }) => level === 'error')).toHaveLength(1);
    await broken.stop();
    expect((await client.send('listSlides')).status).toBe(200);
  });
});
