/** A display of its own in memory, with a keyboard and a mouse: Xvfb and xdotool, installed where they are missing. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Display {
  /** For DISPLAY. */
  readonly name: string;
  /** Keys in xdotool's words, such as `ctrl+w`, one after the other. */
  press(keys: readonly string[]): void;
  click(button: number, at: { readonly x: number; readonly y: number }): void;
  stop(): void;
}

export async function startDisplay(): Promise<Display> {
  install();
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '960x540x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  const name = `:${number.toString().trim()}`;
  const xdotool = (words: readonly string[]) =>
    spawnSync('xdotool', words, { env: { ...process.env, DISPLAY: name } });
  return {
    name,
    press: (keys) => {
      for (const key of keys) xdotool(['key', '--clearmodifiers', key, 'sleep', '0.2']);
    },
    click: (button, { x, y }) => {
      xdotool(['mousemove', String(x), String(y), 'click', String(button)]);
    },
    stop: () => server.kill(),
  };
}

function install(): void {
  const isThere = (name: string) => spawnSync('which', [name]).status === 0;
  if (isThere('Xvfb') && isThere('xdotool')) return;
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'xvfb', 'xdotool'],
  ]) {
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
