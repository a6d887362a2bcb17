/** Commands over real sockets: sent, answered, sent again, and never twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, CommandState } from '../../../shared/protocol/commands.ts';
import type { ScreenState } from '../../../shared/protocol/events.ts';
import { aHello, ask, next, openConsole, openKiosk, value } from '../../support/kiosk-client.ts';
import type { KioskClient } from '../../support/kiosk-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const ON_BOARD = { params: { screenId: 'board' } };
const identify = { ...ON_BOARD, body: { command: 'identify' } };

let controller: TestController;
let clock: number;
let token: string;
const opened: { disconnect(): unknown }[] = [];

beforeEach(async () => {
  clock = Date.parse('2026-11-23T12:00:00+09:00');
  controller = await startTestController({ now: () => clock });
  token = await controller.deviceToken('board');
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.disconnect();
  await controller.stop();
});

async function connect(): Promise<KioskClient> {
  const board = await openKiosk(controller, token);
  opened.push(board);
  return board;
}

/** Says hello and returns the commands that came with the greeting. */
async function greeted(board: KioskClient): Promise<Command[]> {
  const commands: Command[] = [];
  board.on('command:now', (command) => commands.push(command));
  await value(ask(board, 'kiosk:hello', aHello()));
  return commands;
}

function commandsOfBoard(): readonly CommandState[] {
  const states = controller.context.boards.states();
  return states.find(({ screenId }) => screenId === 'board')?.commands ?? [];
}

describe('commands', () => {
  it('[W22] reach the board, and its answer the console', async () => {
    const board = await connect();
    const observer = await openConsole(controller, 'officer');
    opened.push(observer);
    const admin = await controller.as('admin');
    const arrived = next<Command>(board, 'command:now');
    const sent = await admin.get('commandScreen', identify);
    const command = await arrived;
    expect(command).toEqual({ ...pick(sent), until: null });
    expect(command.expiresAt).toBe(clock + 60_000);
    clock += 120;
    await value(ask(board, 'kiosk:answer', { id: sent.id, outcome: 'done', message: null }));
    let state: CommandState | undefined;
    while (state?.outcome !== 'done')
      state = (await next<ScreenState>(observer, 'screen:state')).commands[0];
    expect(state).toMatchObject({ id: sent.id, sentAt: clock - 120, answeredAt: clock });
  });

  it('[W22] keep the moment of the first answer, and the newest word', async () => {
    const board = await connect();
    const admin = await controller.as('admin');
    const { id } = await admin.get('commandScreen', identify);
    const say = (outcome: string, message: string | null = null) =>
      value(ask(board, 'kiosk:answer', { id, outcome, message }));
    await say('received');
    clock += 2000;
    await say('failed', '사진을 찍지 못했습니다.');
    await say('received');
    await value(ask(board, 'kiosk:answer', { id: 'unknown', outcome: 'done', message: null }));
    expect(commandsOfBoard()).toMatchObject([
      { answeredAt: clock - 2000, outcome: 'failed', message: '사진을 찍지 못했습니다.' },
    ]);
  });

  it('[W22] are sent again to a board that comes back, until it has answered', async () => {
    const first = await connect();
    const admin = await controller.as('admin');
    const { id } = await admin.get('commandScreen', identify);
    first.disconnect();
    const second = await connect();
    expect((await greeted(second)).map((command) => command.id)).toEqual([id]);
    await value(ask(second, 'kiosk:answer', { id, outcome: 'done', message: null }));
    expect(await greeted(await connect())).toEqual([]);
  });

  it('[W20] are not sent again once they have expired', async () => {
    const board = await connect();
    const admin = await controller.as('admin');
    await admin.get('commandScreen', identify);
    board.disconnect();
    clock += 60_000;
    expect(await greeted(await connect())).toEqual([]);
  });

  it('[W23] name who gave them', async () => {
    await connect();
    const admin = await controller.as('admin');
    await admin.get('commandScreen', identify);
    const [row] = await controller.store.records.audit.page(null, 1);
    expect(row).toMatchObject({ action: 'screen.identify', personId: 'admin', subjectId: 'board' });
  });
});

function pick({ id, command, expiresAt }: CommandState) {
  return { id, command, expiresAt };
}
