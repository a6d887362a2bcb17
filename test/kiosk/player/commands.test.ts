import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Commands } from '../../../kiosk/player/commands.ts';
import type { Command, CommandAnswer } from '../../../shared/protocol/commands.ts';

const SENT = 1_000_000;

const obey = {
  blank: vi.fn<(command: Command) => void>(),
  unblank: vi.fn(),
  identify: vi.fn(),
  reload: vi.fn(),
  screenshot: vi.fn<() => Promise<void>>(),
};
let items: Map<string, string>;
let answers: CommandAnswer[];
let clock: { now: number; isSet: boolean };

beforeEach(() => {
  vi.resetAllMocks();
  items = new Map();
  answers = [];
  clock = { now: SENT, isSet: true };
});

/** A page of the board; all pages share one memory. */
function page(): Commands {
  return new Commands({
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
    },
    now: () => clock.now,
    isClockSet: () => clock.isSet,
    answer: (answer) => answers.push(answer),
    obey,
  });
}

function aCommand(command: Command['command'], fields: Partial<Command> = {}): Command {
  return { id: `${command}-1`, command, until: null, expiresAt: SENT + 60_000, ...fields };
}

describe('commands', () => {
  it('[W22] does what is asked and says so', () => {
    page().receive(aCommand('blank', { until: SENT + 600_000 }));
    expect(obey.blank).toHaveBeenCalledWith(expect.objectContaining({ until: SENT + 600_000 }));
    expect(answers).toEqual([{ id: 'blank-1', outcome: 'done', message: null }]);
  });

  it('[W21] does nothing for a double, and answers it the same', () => {
    const commands = page();
    for (let i = 0; i < 3; i += 1) commands.receive(aCommand('identify'));
    expect(obey.identify).toHaveBeenCalledTimes(1);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  });

  it('[W21] does not start anew for the command that started the page', () => {
    page().receive(aCommand('reload'));
    page().receive(aCommand('reload'));
    expect(obey.reload).toHaveBeenCalledTimes(1);
    expect(answers).toHaveLength(2);
  });

  it.each([
    { late: 59_999, calls: 1, outcome: 'done' },
    { late: 60_000, calls: 0, outcome: 'expired' },
    { late: 86_400_000, calls: 0, outcome: 'expired' },
  ])('[W20] is $outcome $late ms after it was given', ({ late, calls, outcome }) => {
    clock.now += late;
    page().receive(aCommand('unblank'));
    expect(obey.unblank).toHaveBeenCalledTimes(calls);
    expect(answers).toEqual([{ id: 'unblank-1', outcome, message: null }]);
  });

  it('[W20] waits for the server’s clock before it judges', () => {
    clock = { now: 5, isSet: false };
    const commands = page();
    commands.receive(aCommand('blank'));
    expect(answers).toEqual([]);
    clock = { now: SENT + 70_000, isSet: true };
    commands.clockSet();
    expect(obey.blank).not.toHaveBeenCalled();
    expect(answers).toEqual([{ id: 'blank-1', outcome: 'expired', message: null }]);
  });

  it('[W22] tells of what takes a while twice', async () => {
    obey.screenshot.mockResolvedValue();
    page().receive(aCommand('screenshot'));
    expect(answers.map(({ outcome }) => outcome)).toEqual(['received']);
    await vi.waitFor(() => expect(answers.at(-1)?.outcome).toBe('done'));
  });

  it('[W22] says why it failed, also where it takes a while', async () => {
    obey.identify.mockImplementation(() => {
      throw new Error('no name');
    });
    obey.screenshot.mockRejectedValue(new Error('no picture'));
    const commands = page();
    commands.receive(aCommand('identify'));
    commands.receive(aCommand('screenshot'));
    const failed = (id: string, message: string) => ({ id, outcome: 'failed', message });
    await vi.waitFor(() => {
      expect(answers).toContainEqual(failed('screenshot-1', 'no picture'));
    });
    expect(answers).toContainEqual(failed('identify-1', 'no name'));
  });

  it('[W21] remembers nothing of a broken memory, and goes on', () => {
    items.set('plaza-commands', '[{"id":');
    page().receive(aCommand('identify'));
    expect(answers).toHaveLength(1);
  });

  it('[W21] obeys also where it cannot remember', () => {
    const commands = new Commands({
      storage: {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
      now: () => clock.now,
      isClockSet: () => true,
      answer: (answer) => answers.push(answer),
      obey,
    });
    commands.receive(aCommand('identify'));
    commands.receive(aCommand('identify'));
    expect(obey.identify).toHaveBeenCalledTimes(1);
  });
});
