/** Chromium's profile, made ready before each start: what no flag can tell the browser. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** By which a Chromium knows of another one; left behind by one that was killed. */
const LOCKS = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];

type Fields = Readonly<Record<string, unknown>>;

/** Clears the locks, and sees to it that nothing is offered: no translation, no pages from last time. */
export function prepareProfile(folder: string): void {
  const inner = join(folder, 'Default');
  mkdirSync(inner, { recursive: true, mode: 0o700 });
  for (const name of LOCKS) rmSync(join(folder, name), { force: true });
  const path = join(inner, 'Preferences');
  const kept = readPreferences(path);
  const preferences = {
    ...kept,
    translate: { ...fieldsOf(kept.translate), enabled: false },
    profile: { ...fieldsOf(kept.profile), exit_type: 'Normal' },
  };
  writeFileSync(path, JSON.stringify(preferences), { mode: 0o600 });
}

/** Of a new profile, or one whose file a power cut broke, nothing: Chromium makes its own anew, too. */
function readPreferences(path: string): Fields {
  try {
    return fieldsOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
