import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { launcherBinding, LauncherLink } from '../../../kiosk/link/launcher-link.ts';
import {
  LAUNCHER_EVENT,
  pageToLauncherSchema,
  type LauncherFault,
  type LauncherToPage,
  type PageToLauncher,
} from '../../../shared/protocol/launcher.ts';

const fault: LauncherFault = {
  id: 'fault-1',
  kind: 'hang',
  at: 1_764_000_000_000,
  message: 'the page did not answer for 8 s',
  jpegBase64: null,
};
const facts = { version: '1', temperatureC: 51.5, brightnessPercent: null };

let said: PageToLauncher[];
let handOn: (fault: LauncherFault) => Promise<void>;
let events: EventTarget;
let link: LauncherLink;

function tell(message: LauncherToPage | string): void {
  const detail = typeof message === 'string' ? message : JSON.stringify(message);
  events.dispatchEvent(new CustomEvent(LAUNCHER_EVENT, { detail }));
}

function linkWith(binding: ((message: string) => void) | undefined): LauncherLink {
  let count = 0;
  return new LauncherLink({
    binding,
    events,
    newId: () => `id-${++count}`,
    onFault: (one) => handOn(one),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  handOn = () => Promise.resolve();
  events = new EventTarget();
  const page = {
    plazaLauncher: (text: string) => said.push(pageToLauncherSchema.parse(JSON.parse(text))),
  };
  link = linkWith(launcherBinding(page));
  link.start();
});

afterEach(() => {
  link.stop();
  vi.useRealTimers();
});

describe('the line to the launcher', () => {
  it('[B48] says hello and remembers what the launcher tells of the PC', () => {
    expect(said).toEqual([{ type: 'hello' }]);
    expect(link.facts).toBeNull();
    tell({ type: 'facts', facts });
    expect(link.facts).toEqual(facts);
  });

  it('[B48] gives each caller the screenshot that was taken for it', async () => {
    const [first, second] = [link.screenshot(), link.screenshot()];
    expect(said.slice(1)).toEqual([
      { type: 'screenshot', id: 'id-1' },
      { type: 'screenshot', id: 'id-2' },
    ]);
    tell({ type: 'screenshot', id: 'id-2', jpegBase64: 'Mg==', takenAt: 2 });
    tell({ type: 'screenshot', id: 'id-1', jpegBase64: 'MQ==', takenAt: 1 });
    expect(await first).toMatchObject({ jpegBase64: 'MQ==', takenAt: 1 });
    expect(await second).toMatchObject({ jpegBase64: 'Mg==', takenAt: 2 });
  });

  it('[B48] rejects a screenshot that failed, that does not come, or that nobody could take', async () => {
    const failed = expect(link.screenshot()).rejects.toThrow('no picture');
    tell({ type: 'screenshot-failed', id: 'id-1', message: 'no picture' });
    await failed;
    const late = expect(link.screenshot()).rejects.toThrow('within 10 s');
    await vi.advanceTimersByTimeAsync(10_000);
    await late;
    const alone = linkWith(launcherBinding({}));
    expect(alone.isThere).toBe(false);
    await expect(alone.screenshot()).rejects.toThrow('no launcher');
  });

  it('[B49] confirms a fault once it was handed on, and is handed it once at a time', async () => {
    let release: () => void = () => undefined;
    const seen: string[] = [];
    handOn = ({ id }) => {
      seen.push(id);
      return new Promise((resolve) => (release = resolve));
    };
    tell({ type: 'fault', fault });
    tell({ type: 'fault', fault });
    expect(seen).toEqual(['fault-1']);
    expect(said).toHaveLength(1);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toEqual({ type: 'fault-handled', id: 'fault-1' });
  });

  it('[B49] leaves a fault with the launcher that could not be handed on', async () => {
    handOn = () => Promise.reject(new Error('offline'));
    tell({ type: 'fault', fault });
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toHaveLength(1);
    handOn = () => Promise.resolve();
    tell({ type: 'fault', fault });
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toEqual({ type: 'fault-handled', id: 'fault-1' });
  });

  it('sets a brightness within 0 and 100 per cent', () => {
    link.setBrightness(140.4);
    link.setBrightness(-3);
    link.setBrightness(41.6);
    expect(said.slice(1).map((one) => (one.type === 'brightness' ? one.percent : null))).toEqual([
      100, 0, 42,
    ]);
  });

  it.each(['{', '{}', '{"type":"facts"}', '{"type":"fault","fault":{"id":"x"}}'])(
    'passes over what is not of the agreed shape: %s',
    (text) => {
      tell(text);
      expect(link.facts).toBeNull();
      expect(said).toHaveLength(1);
    },
  );
});
