/** Vite plugin: builds kiosk/cache/sw.ts beside the board's page and writes into it what to keep offline. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const SOURCE = resolve(import.meta.dirname, '../../kiosk/cache/sw.ts');
const FILE_NAME = 'sw.js';
/** Ten megabytes of which a board needs a few files, if any: the worker keeps those once they were asked for. */
const RARE_FONT = /noto-sans-(?:sc|jp)-.*\.woff2$/;

/** Where the page says which build it is of. */
const BUILD_MARK = '<meta name="plaza-build" content="';

/** Names the whole of the built page, so that a change of any byte of it is a new version. */
export function serviceWorker(): Plugin {
  let base = '/';
  return {
    name: 'plaza-service-worker',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: FILE_NAME });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) => fileName !== FILE_NAME);
        const version = createHash('sha256');
        for (const file of files.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
          version.update(file.fileName);
          version.update(file.type === 'chunk' ? file.code : file.source);
        }
        const name = version.digest('hex').slice(0, 16);
        const page = bundle['index.html'];
        if (page?.type !== 'asset' || !String(page.source).includes(BUILD_MARK))
          throw new Error('the page does not say of which build it is');
        page.source = String(page.source).replace(BUILD_MARK, BUILD_MARK + name);
        const kept = files.filter(({ fileName }) => !RARE_FONT.test(fileName));
        const listed = kept
          .map((file): [string, string] => [pathOf(base, file.fileName), integrityOf(file)])
          .sort();
        const worker = bundle[FILE_NAME];
        if (worker?.type !== 'chunk') throw new Error(`${FILE_NAME} was not built`);
        worker.code =
          `const PRECACHE_FILES = ${JSON.stringify(Object.fromEntries(listed))};\n` +
          `const PRECACHE_VERSION = '${name}';\n` +
          worker.code;
      },
    },
  };
}

/** By which the browser tells the file from whatever else answers in its place. */
function integrityOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string {
  const bytes = file.type === 'chunk' ? file.code : file.source;
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

/** The page itself is asked for by its folder. */
function pathOf(base: string, fileName: string): string {
  return fileName === 'index.html' ? base : base + fileName;
}
