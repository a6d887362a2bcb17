import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';

const configFile = resolve(import.meta.dirname, '../../config/vite.config.ts');

async function builtFiles(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile,
    mode: 'kiosk',
    logLevel: 'silent',
    build: { write: false },
  });
  if (!('output' in result)) throw new Error('one environment was to be built');
  return new Map(
    result.output.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : file.source.toString(),
    ]),
  );
}

describe('service worker', () => {
  it('is built beside the page and lists every other file of it but the faces that few boards need', async () => {
    const files = await builtFiles();
    const worker = files.get('sw.js') ?? '';
    const list = /PRECACHE_FILES = (\{.*?\});/.exec(worker)?.[1] ?? '{}';
    const hashes = JSON.parse(list) as Record<string, string>;
    const listed = Object.keys(hashes);
    const isRare = (name: string) => /noto-sans-(sc|jp)-.*woff2$/.test(name);
    expect([...files.keys()].some(isRare)).toBe(true);
    const others = [...files.keys()].filter((name) => name !== 'sw.js' && !isRare(name));
    const paths = others.map((name) => (name === 'index.html' ? '/board/' : `/board/${name}`));
    expect(listed).toEqual(paths.sort());
    expect(listed.some((path) => path.endsWith('.woff2'))).toBe(true);
    const page = createHash('sha256').update(files.get('index.html') ?? '');
    expect(hashes['/board/']).toBe(`sha256-${page.digest('base64')}`);
    expect(worker).toMatch(/PRECACHE_VERSION = '[0-9a-f]{16}';/);
    expect(worker).not.toMatch(/^(import|export) /m);
  });
});
