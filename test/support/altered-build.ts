/** Builds of the board's page that differ from the one in `dist`, made from its files without building anew. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const built = resolve(import.meta.dirname, '../../dist');

/** A hundred files that take seconds to keep, and of which a test shows none. */
const RARE_FACES = /"[^"]*noto-sans-kr[^"]*":"[^"]*",/g;

export interface Alteration {
  /** Names the build, and what is in its script. */
  readonly version: string;
  /** Changes the page's script; nothing but the names change unless told. */
  readonly script?: (code: string) => string;
  /** Changes the worker's script. */
  readonly worker?: (code: string) => string;
}

/** A folder to serve in the place of `dist`, whose board's page is changed from one build to another. */
export class BuildFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'plaza-dist-'));
  readonly #page = join(this.path, 'kiosk');

  constructor() {
    cpSync(built, this.path, { recursive: true });
  }

  /** Serves the altered build from now on, and nothing of the one before. */
  put({ version, script = (code) => code, worker = (code) => code }: Alteration): void {
    rmSync(this.#page, { recursive: true, force: true });
    cpSync(join(built, 'kiosk'), this.#page, { recursive: true });
    const assets = join(this.#page, 'assets');
    const main = /assets\/(index-[\w-]+\.js)/.exec(this.#read('index.html'))?.[1];
    if (main === undefined) throw new Error('the page has no script');
    const renamed = `index-${version}.js`;
    const code = script(readFileSync(join(assets, main), 'utf8'));
    rmSync(join(assets, main));
    writeFileSync(join(assets, renamed), `${code}\n//${version}`);
    this.#change('index.html', (page) =>
      page.replace(main, renamed).replace(/(plaza-build" content=")\w+/, `$1${version}`),
    );
    this.#change('sw.js', (sw) => {
      const named = sw
        .replace(RARE_FACES, '')
        .replace(main, renamed)
        .replace(/(PRECACHE_VERSION = ')\w+/, `$1${version}`);
      return worker(this.#sealed(named, ['index.html', `assets/${renamed}`]));
    });
  }

  /** Every asset is gone, until the next `put`. */
  hideAssets(): void {
    renameSync(join(this.#page, 'assets'), join(this.#page, 'hidden'));
  }

  /** One asset is gone, until the next `put`. */
  hideAsset(name: string): void {
    rmSync(join(this.#page, 'assets', name));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** With the hashes of the files as they are now. */
  #sealed(sw: string, names: readonly string[]): string {
    return names.reduce((text, name) => {
      const hash = createHash('sha256').update(this.#read(name)).digest('base64');
      const path = name === 'index.html' ? '/board/' : `/board/${name}`;
      return text.replace(new RegExp(`("${path}":")[^"]+`), `$1sha256-${hash}`);
    }, sw);
  }

  #read(name: string): string {
    return readFileSync(join(this.#page, name), 'utf8');
  }

  #change(name: string, how: (text: string) => string): void {
    const before = this.#read(name);
    const after = how(before);
    if (after === before) throw new Error(`${name} did not change`);
    writeFileSync(join(this.#page, name), after);
  }
}
