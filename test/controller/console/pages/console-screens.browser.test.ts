import axe from 'axe-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-screen.ts';
import '../../../../controller/console/pages/console-screens.ts';
import type { Alert } from '../../../../shared/content/alert.ts';
import type { BoardProblem } from '../../../../shared/content/board-problem.ts';
import type { BoardReport } from '../../../../shared/content/board-report.ts';
import type { Trouble } from '../../../../shared/content/trouble.ts';
import type { CommandState } from '../../../../shared/protocol/commands.ts';
import {
  administrator,
  boardState,
  consoleFixture,
  NOW,
} from '../../../support/console-fixture.ts';

const silent: Trouble = {
  ...{ id: 't1', screenId: 'plaza-1', kind: 'silent', startedAt: NOW - 180_000 },
  ...{ endedAt: null, changedAt: NOW - 120_000, toldAt: NOW - 120_000, endToldAt: null },
};
const over: Trouble = {
  ...{ ...silent, id: 't0', startedAt: NOW - 9_000_000, endedAt: NOW - 8_400_000 },
};
const unsent: Alert = {
  ...{ id: 'a1', at: NOW - 120_000, kind: 'trouble', screenIds: ['plaza-1'] },
  ...{ subject: '[전자게시대] 1번 출구 게시대: 연결이 끊겼습니다', text: '…' },
  deliveries: [
    {
      ...{ channel: 'mail', attempts: 3, nextAt: NOW + 120_000, sentAt: null },
      error: 'connect ECONNREFUSED',
    },
  ],
};
const fault: BoardReport = {
  ...{ id: 'f1', screenId: 'plaza-1', kind: 'black', at: NOW - 60_000, receivedAt: NOW },
  ...{ message: 'all black for 8 s', picture: null },
};
const failed: BoardProblem = {
  ...{ screenId: 'plaza-1', kind: 'slide-failed', slideId: 'bread', message: 'EncodingError' },
  ...{ firstAt: NOW - 9_000_000, lastAt: NOW - 60_000, times: 3 },
};
const command: CommandState = {
  ...{ id: 'c1', command: 'identify', sentAt: NOW - 500, expiresAt: NOW + 59_500 },
  ...{ answeredAt: null, outcome: null, message: null },
};

type Fixture = ReturnType<typeof consoleFixture>;

function show(tag: 'console-screens' | 'console-screen', prepare: (fixture: Fixture) => void) {
  const fixture = consoleFixture();
  prepare(fixture);
  fixture.desk.enter(administrator);
  const element = document.createElement(tag);
  Object.assign(element, { desk: fixture.desk, me: administrator, screenId: 'plaza-1' });
  document.body.append(element);
  onTestFinished(() => element.remove());
  return { ...fixture, element };
}

async function violations(element: Element): Promise<string[]> {
  const found = await axe.run(element);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the list of boards', () => {
  it('[W1] says in words which is cut off, since when and what to do', async () => {
    await page.viewport(360, 860);
    const { element } = show('console-screens', (fixture) => {
      fixture.reply('GET /api/troubles', [silent, over]);
    });
    const board = page.getByRole('link', { name: /1번 출구 게시대/ });
    for (const words of ['끊김', '연결이 끊겼습니다 · 3분째', /전원과 인터넷/])
      await expect.element(board.getByText(words)).toBeVisible();
    await expect.element(page.getByText('10분', { exact: true })).toBeVisible();
    expect(await violations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('[W8] says that nobody is told, and what to set up', async () => {
    show('console-screens', () => undefined);
    await expect.element(page.getByText(/알릴 곳이 없습니다/)).toBeVisible();
    await expect.element(page.getByText('SMTP_URL')).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: '시험 알림 보내기' }))
      .not.toBeInTheDocument();
  });

  it('[W7] shows what could not be sent and why, and sends a test', async () => {
    const { element, reply, sent } = show('console-screens', (fixture) => {
      const channels = [{ channel: 'mail', to: 'desk@example.kr' }];
      fixture.reply('GET /api/alerts', { channels, alerts: [unsent] });
    });
    const stuck = page.getByText(/알림 1건을 보내지 못했습니다/);
    await expect.element(stuck).toBeVisible();
    await expect.element(page.getByText('connect ECONNREFUSED')).toBeVisible();
    await expect.element(page.getByText(/2분 뒤에 다시 보냅니다/)).toBeVisible();
    expect(await violations(element)).toEqual([]);
    reply('POST /api/alerts/test', { ...unsent, kind: 'test' });
    await userEvent.click(page.getByRole('button', { name: '시험 알림 보내기' }));
    expect(sent.map(({ route }) => route)).toContain('POST /api/alerts/test');
  });

  it('[W9] names the person whose address does not work, beside mail that does', async () => {
    show('console-screens', (fixture) => {
      const [waiting] = unsent.deliveries;
      const to = { personId: 'baker', displayName: '한지우' };
      const sentToDesk = { ...waiting, sentAt: NOW, nextAt: null, error: null };
      fixture.reply('GET /api/alerts', {
        channels: [{ channel: 'mail', to: 'desk@example.kr' }],
        alerts: [
          { ...unsent, id: 'desk', deliveries: [sentToDesk] },
          { ...unsent, kind: 'review', deliveries: [{ ...waiting, to }] },
        ],
      });
    });
    const stuck = page.getByText(/한지우 님에게 이메일로 알림 1건을 보내지 못했습니다/);
    await expect.element(stuck).toBeVisible();
    await expect.element(page.getByText(/사람.에서 이 사람의 이메일 주소를/)).toBeVisible();
  });
});

describe('the page of a board', () => {
  it('[W22] shows that a command is under way, and then how fast the board took it', async () => {
    const { live, reply, sent } = show('console-screen', () => undefined);
    reply('POST /api/screens/plaza-1/command', command);
    const button = page.getByRole('button', { name: '화면에 이름 띄우기' });
    await userEvent.click(button);
    expect(sent).toContainEqual({
      route: 'POST /api/screens/plaza-1/command',
      body: { command: 'identify' },
    });
    live().onState(boardState({ commands: [command] }));
    await expect.element(page.getByText(/보드의 대답을 기다립니다/)).toBeVisible();
    await expect.element(button).toBeDisabled();
    const done = { ...command, answeredAt: NOW - 380, outcome: 'done' as const };
    live().onState(boardState({ commands: [done] }));
    await expect.element(page.getByText('보드가 받았습니다 · 0.1초')).toBeVisible();
    await expect.element(button).toBeEnabled();
  });

  it('[W40] shows faults, what the board says of itself, and has no barriers', async () => {
    await page.viewport(360, 860);
    const { element } = show('console-screen', (fixture) => {
      fixture.reply('GET /api/screens/plaza-1/reports', [fault]);
      fixture.reply('GET /api/troubles', [over]);
    });
    await expect.element(page.getByText('검은 화면이었습니다')).toBeVisible();
    await expect.element(page.getByText('마지막 소식')).toBeVisible();
    await expect.element(page.getByText('정상', { exact: true })).toBeVisible();
    expect(await violations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('[W43] shows what the board noticed of itself, how often and what to do', async () => {
    await page.viewport(360, 860);
    const { element, live, reply } = show('console-screen', (fixture) => {
      fixture.reply('GET /api/screens/plaza-1/problems', [failed]);
    });
    const line = page.getByRole('listitem').filter({ hasText: '슬라이드가 나오지 못했습니다' });
    await expect.element(line.getByRole('link')).toHaveAttribute('href', '#/slides/bread');
    await expect.element(line.getByText(/^3번 · 마지막/)).toBeVisible();
    await expect.element(line.getByText(/다시 올려 주십시오/)).toBeVisible();
    expect(await violations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    reply('GET /api/screens/plaza-1/problems', [{ ...failed, times: 4 }]);
    live().onChanged(['watch']);
    await expect.element(line.getByText(/^4번 · 마지막/)).toBeVisible();
  });

  it('[B51][B53] has limits for the night by zone and by hand, and a brightness of its panel', async () => {
    const { desk, reply, sent } = show('console-screen', () => undefined);
    await expect.poll(() => desk.screens.value).toHaveLength(1);
    reply('PUT /api/screens/plaza-1', desk.screens.value?.[0]);
    await page.getByLabelText('조명환경관리구역').selectOptions('제4종 · 상업');
    await expect.element(page.getByLabelText('자정까지 한도(cd/㎡)')).toHaveValue(1500);
    await page.getByLabelText('자정 뒤 한도(cd/㎡)').fill('600');
    await page.getByLabelText('패널 밝기(%)').fill('40');
    await userEvent.click(page.getByRole('button', { name: '화면 저장' }));
    const saving = () => sent.find(({ route }) => route === 'PUT /api/screens/plaza-1')?.body;
    const nightLight = { zone: 4, eveningNits: 1500, smallHoursNits: 600 };
    await expect.poll(saving).toMatchObject({ nightLight, panelPercent: 40 });
  });

  it('[W40] reads the pictures again when the board has sent one', async () => {
    const { live, reply } = show('console-screen', () => undefined);
    await expect.element(page.getByText(/아직 없습니다/)).toBeVisible();
    const shot = { ...fault, id: 's1', kind: 'screenshot', message: null };
    reply('GET /api/screens/plaza-1/reports', [{ ...shot, picture: { widthPx: 8, heightPx: 4 } }]);
    live().onChanged(['watch']);
    await expect
      .element(page.getByRole('img', { name: /에 찍은 1번 출구 게시대/ }))
      .toBeInTheDocument();
  });
});
