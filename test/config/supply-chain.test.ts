/** What comes from elsewhere, and what goes out: dependencies by the lock file, bundles by what is in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
/** All but the project itself, whose path is empty. */
const locked = Object.entries(packages).filter(([path]) => path !== '');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides',
  Record<string, string>
>;

/** Permissive ones, the SIL font licence, and for what is only linked or only built with, weak copyleft. */
const LICENCES = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC'],
  ...['MIT', 'MIT-0', 'OFL-1.1', 'LGPL-3.0-or-later', 'MPL-2.0'],
];
/** Where it is not said, npm takes the registry. */
const REGISTRY = 'https://registry.npmjs.org/';
/** Whose licence, MIT or BSD, stands in a file or a readme only. */
const UNNAMED = ['combine-errors', 'suncalc', 'xmlhttprequest-ssl'].map(
  (name) => `node_modules/${name}`,
);
describe('[82] dependencies', () => {
  it('are named by one version each', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    for (const [name, version] of Object.entries({
      ...{ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides },
    }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('come from the registry, and are checked by their hash', () => {
    for (const [path, { resolved = REGISTRY, integrity }] of locked) {
      expect(resolved.startsWith(REGISTRY), path).toBe(true);
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('run nothing when they are installed', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(running.map(([path]) => path)).toEqual([]);
  });

  it('have licences that are allowed here', () => {
    for (const [path, { license = 'none' }] of locked) {
      if (UNNAMED.includes(path)) continue;
      const named = license.split(/[() ]+/).filter((word) => !/^(|AND|OR|WITH)$/.test(word));
      const isAllowed = license.includes(' OR ')
        ? named.some((one) => LICENCES.includes(one))
        : named.every((one) => LICENCES.includes(one));
      expect(isAllowed, `${path}: ${license}`).toBe(true);
    }
  });

  it.each([
    ['socket.io', '4.8.3'],
    ['engine.io', '6.6.9'],
    ['socket.io-parser', '4.2.6'],
    ['ws', '8.21.0'],
    ['path-to-regexp', '8.4.0'],
    ['body-parser', '2.3.0'],
  ])('have no %s older than %s, in which holes are known', (name, least) => {
    const found = locked.filter(([path]) => path.endsWith(`node_modules/${name}`));
    for (const [path, { version = '0' }] of found)
      expect(isAtLeast(version, least), `${path} ${version}`).toBe(true);
  });
});

function isAtLeast(version: string, least: string): boolean {
  const [have, need] = [version, least].map((text) => text.split(/[.-]/).map(Number));
  const first = need!.findIndex((part, index) => have![index] !== part);
  return first < 0 || (have![first] ?? 0) > (need![first] ?? 0);
}

describe('[82] what is built', () => {
  const built = ['kiosk', 'console'].flatMap((page) => {
    const folder = join(root, 'dist', page);
    if (!existsSync(folder)) throw new Error(`build first: there is no ${folder}`);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });
  const scripts = built.filter((file) => /\.(js|html|css|webmanifest)$/.test(file));

  it('has no source maps', () => {
    expect(built.filter((file) => file.endsWith('.map'))).toEqual([]);
    for (const file of scripts)
      expect(readFileSync(file, 'utf8').includes('sourceMappingURL='), file).toBe(false);
  });

  it.each([
    ...[
      'node:sqlite',
      'node:crypto',
      'argon2',
      'kysely',
      'better-sqlite',
      'process.env',
      'nodemailer',
    ],
    ...['passwordHash', 'tokenHash', 'insert into', 'DATA_DIR'],
    ...['BEGIN PRIVATE KEY', 'BEGIN RSA', root],
  ])('holds nothing of the server: %s', (word) => {
    const holding = scripts.filter((file) => readFileSync(file, 'utf8').includes(word));
    expect(holding).toEqual([]);
  });
});
