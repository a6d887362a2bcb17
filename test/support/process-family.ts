/** What `/proc` tells of a process and of those that it started. Linux only, as the launcher is. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

/** `pid` and all that descend from it. */
export function familyOf(pid: number): readonly number[] {
  const childrenByParent = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = parentOf(name);
    if (parent === null) continue;
    childrenByParent.set(parent, [...(childrenByParent.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const one of family) family.push(...(childrenByParent.get(one) ?? []));
  return family;
}

/** The command line of a process, or nothing where it has gone. */
export function commandOf(pid: number): readonly string[] {
  return readOrNothing(`/proc/${pid}/cmdline`).split('\0');
}

/** Local addresses, in the kernel's hexadecimal, on which any of `pids` listens for TCP. */
export function listeningOf(pids: readonly number[]): readonly string[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readOrNothing(table)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words[3] === LISTENING && sockets.has(words[9] ?? ''))
      .map((words) => words[1] ?? ''),
  );
}

function parentOf(name: string): number | null {
  if (!/^\d+$/.test(name)) return null;
  const stat = readOrNothing(`/proc/${name}/stat`);
  // The name in brackets may hold anything.
  const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? null : Number(parent);
}

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return orNothing(() => readdirSync(folder), []).flatMap((name) => {
    const target = orNothing(() => readlinkSync(`${folder}/${name}`), '');
    return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
  });
}

function readOrNothing(path: string): string {
  return orNothing(() => readFileSync(path, 'utf8'), '');
}

/** Whatever one asks of, it may have gone in between. */
function orNothing<Value>(read: () => Value, nothing: Value): Value {
  try {
    return read();
  } catch {
    return nothing;
  }
}
