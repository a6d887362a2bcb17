/** Tells systemd that the launcher is alive. Outside of a unit nothing happens. */
import { execFile } from 'node:child_process';
import type { Environment } from './settings.ts';

export interface SystemdNotify {
  ready(): void;
  stop(): void;
}

/** Under a unit with `WatchdogSec` it says so three times in that span. */
export function systemdNotify(environment: Environment): SystemdNotify {
  const { NOTIFY_SOCKET, WATCHDOG_USEC } = environment;
  if (!NOTIFY_SOCKET) return { ready: () => undefined, stop: () => undefined };
  const say = (word: string) => {
    // Node has no datagram sockets of this kind. That it fails, systemd notices by itself.
    execFile('systemd-notify', [word], () => undefined);
  };
  const everyMs = Number(WATCHDOG_USEC ?? 0) / 3_000;
  const timer = everyMs > 0 ? setInterval(() => say('WATCHDOG=1'), everyMs) : undefined;
  return {
    ready: () => say('--ready'),
    stop: () => {
      clearInterval(timer);
      say('--stopping');
    },
  };
}
