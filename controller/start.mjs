/**
 * Before `npm start` and `npm test`: installs the packages and builds the two pages and the controller, each
 * only when it is stale. Runs on the system's own Node (20 or later) before anything is installed: plain JavaScript, no
 * packages. `--for-tests` also finds a browser and ffmpeg.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 24;
const root = resolve(fileURLToPath(import.meta.url), '../..');

const SHARED = ['package-lock.json', 'shared', 'test/config/vite.config.ts'];
const PARTS = [
  {
    name: 'kiosk',
    result: 'kiosk/index.html',
    sources: [
      'kiosk',
      'test/config/vite-service-worker.ts',
      'test/config/vite-short-templates.ts',
      ...SHARED,
    ],
  },
  { name: 'console', result: 'console/index.html', sources: ['controller/console', ...SHARED] },
  { name: 'controller', result: 'controller/main.js', sources: ['controller', ...SHARED] },
  {
    name: 'launcher',
    result: 'launcher/main.js',
    sources: ['kiosk/launcher', 'shared/content', 'shared/protocol', 'test/config/vite.config.ts'],
  },
];

try {
  if (!isInstalled()) await install();
  const node = nodeToUse();
  await Promise.all(
    PARTS.map((part) => ({ ...part, hash: hashOf(part.sources) }))
      .filter((part) => noted(part) !== part.hash)
      .map((part) => build(node, part)),
  );
  if (process.argv.includes('--for-tests')) {
    await run(node, ['test/support/find-chromium.mjs']);
    await run(node, ['test/support/find-headless.mjs']);
    await run(node, ['test/support/find-ffmpeg.mjs']);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Whether node_modules holds what the lock file names. npm notes there what it installed, at its very end. */
function isInstalled() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(([path, wanted]) => {
    // Optional packages are those of other machines; npm leaves them out.
    if (path === '' || wanted.optional || wanted.devOptional) return true;
    const found = installed[path];
    return found?.version === wanted.version && found.integrity === wanted.integrity;
  });
}

async function install() {
  say('패키지를 설치합니다(처음에는 1분쯤 걸립니다).', 'Installing packages');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--loglevel=error',
  ]);
}

/** Node 24: the one that was installed as a package, or the one that runs this. */
function nodeToUse() {
  const packaged = join(root, 'node_modules/.bin/node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath;
  throw new Error(
    `Node ${LEAST_NODE} 이상을 설치해 주십시오. / Please install Node ${LEAST_NODE} or later (this is ${process.versions.node}).`,
  );
}

async function build(node, { name, hash }) {
  say(`${name}을(를) 만듭니다.`, `Building the ${name}`);
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
  await run(node, [...vite, '--mode', name, '--config', 'test/config/vite.config.ts']);
  writeFileSync(stampOf(name), hash);
}

/** Lies beside the result, not in it: the build empties its folder. */
function stampOf(name) {
  return join(root, `dist/.${name}-stamp`);
}

/** What was noted of a part, unless the part itself is gone. */
function noted({ name, result }) {
  const stamp = stampOf(name);
  const isThere = existsSync(stamp) && existsSync(join(root, 'dist', result));
  return isThere ? readFileSync(stamp, 'utf8') : undefined;
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const entries = /\.\w+$/.test(path) ? null : readdirSync(full).sort();
  if (entries === null) hash.update(`${path}\0`).update(readFileSync(full));
  else for (const entry of entries) addTo(hash, `${path}/${entry}`);
}

function say(korean, english) {
  console.log(`${korean} / ${english} …`);
}

/** Resolves when the command has ended well; its output goes where ours goes. */
function run(command, words) {
  return new Promise((done, fail) => {
    const child = spawn(command, words, {
      cwd: root,
      stdio: 'inherit',
      shell: command.endsWith('.cmd'),
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) done(undefined);
      else fail(new Error(`실패했습니다. / Failed: ${command} ${words.join(' ')}`));
    });
  });
}
