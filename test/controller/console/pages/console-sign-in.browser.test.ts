import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/app/console-app.ts';
import {
  administrator,
  consoleFixture,
  type ConsoleFixture,
} from '../../../support/console-fixture.ts';
import { focusedId } from '../../../support/focused-id.ts';

async function open(path = 'now', fixture = consoleFixture(null)): Promise<ConsoleFixture> {
  location.hash = `#/${path}`;
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return fixture;
}

async function typePassword(): Promise<void> {
  await userEvent.fill(page.getByLabelText('아이디'), 'kim');
  await userEvent.fill(page.getByLabelText('비밀번호'), 'teapot under the roof');
  await userEvent.click(page.getByRole('button', { name: '로그인' }));
}

beforeEach(() => {
  document.documentElement.lang = 'ko';
});
afterEach(() => {
  location.hash = '';
});

describe('console-sign-in', () => {
  it('[P4] asks for the code on a page of its own, on keys for numbers', async () => {
    const fixture = await open();
    fixture.refuseBy('POST /api/session', 'code-needed', '코드를 적어 주십시오.');
    await typePassword();
    const heading = page.getByRole('heading', { name: '두 단계 로그인' });
    await expect.element(heading).toBeVisible();
    const field = page.getByLabelText('인증 코드');
    await expect.element(field).toHaveAttribute('autocomplete', 'one-time-code');
    await expect.element(field).toHaveAttribute('inputmode', 'numeric');
    await expect.poll(focusedId).toBe('code');
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
    fixture.refuse('POST /api/session', '코드가 맞지 않습니다.', [
      { path: 'code', message: '새로 나온 코드를 적어 주십시오.' },
    ]);
    await userEvent.keyboard('000000{Enter}');
    await expect.element(field).toHaveAccessibleDescription(/새로 나온 코드/);
    fixture.reply('POST /api/session', { person: administrator, mustSetTwoStepUp: false });
    await userEvent.fill(field, '123456');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('편성대로 송출 중')).toBeVisible();
    expect(fixture.sent.filter(({ route }) => route === 'POST /api/session').at(-1)?.body).toEqual({
      ...{ loginName: 'kim', password: 'teapot under the roof', code: '123456' },
    });
  });

  it('[P4] takes a recovery code by letters, and goes back to the beginning', async () => {
    const fixture = await open();
    fixture.refuseBy('POST /api/session', 'code-needed', '코드를 적어 주십시오.');
    await typePassword();
    await userEvent.click(page.getByRole('button', { name: /복구 코드로 로그인/ }));
    const field = page.getByLabelText('복구 코드');
    await expect.element(field).toHaveAttribute('inputmode', 'text');
    await userEvent.click(page.getByRole('button', { name: '처음으로' }));
    await expect.element(page.getByLabelText('비밀번호')).toHaveValue('');
  });

  it('[P8] leads who must sign in by two steps to their setup, and nowhere else', async () => {
    const fixture = await open('people');
    fixture.reply('POST /api/session', { person: administrator, mustSetTwoStepUp: true });
    fixture.reply('POST /api/session/two-step', {
      key: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
      address: 'otpauth://totp/x:kim?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=x',
    });
    await typePassword();
    await expect.element(page.getByRole('heading', { name: '두 단계 로그인 켜기' })).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'QR 코드' })).toBeVisible();
    await expect.element(page.getByText(/ABCD EFGH IJKL/)).toBeVisible();
    expect(page.getByRole('navigation').elements()).toEqual([]);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
    fixture.reply('PUT /api/session/two-step', { codes: ['ABCDE-FGHJK', '12345-67890'] });
    await userEvent.fill(page.getByLabelText('인증 코드'), '123456');
    await userEvent.click(page.getByRole('button', { name: '두 단계 로그인 켜기' }));
    await expect.element(page.getByText('ABCDE-FGHJK')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /시작하기/ }));
    await expect.element(page.getByRole('heading', { level: 1, name: '사람' })).toBeVisible();
  });

  it('[P8] leads there too when a reply says that it is needed', async () => {
    const fixture = consoleFixture();
    fixture.refuseBy('GET /api/slides', 'two-step-needed', '두 단계 로그인을 켜 주십시오.');
    await open('slides', fixture);
    await expect.element(page.getByRole('heading', { name: '두 단계 로그인 켜기' })).toBeVisible();
  });

  it('[P15] offers a link by mail where mail is set up, and says the same whoever asks', async () => {
    const fixture = consoleFixture(null);
    fixture.reply('GET /api/resets', { byMail: true });
    fixture.reply('POST /api/resets', null);
    await open('now', fixture);
    await userEvent.click(page.getByRole('link', { name: '비밀번호를 잊으셨습니까?' }));
    await userEvent.fill(page.getByLabelText('아이디'), 'Kim');
    await userEvent.click(page.getByRole('button', { name: '링크 보내기' }));
    await expect.element(page.getByText(/등록되어 있으면 링크를 보냈습니다/)).toBeVisible();
    expect(fixture.sent.at(-1)).toEqual({
      ...{ route: 'POST /api/resets', body: { loginName: 'kim' } },
    });
  });

  it('tells to ask an administrator where no mail is set up', async () => {
    await open();
    await expect.element(page.getByText(/관리자에게 새 초대 링크를/)).toBeVisible();
  });
});

describe('console-invite', () => {
  it('[P11] by a mailed link leads who has two steps to the sign-in', async () => {
    const fixture = await open('reset/some-secret');
    fixture.reply('POST /api/invites', { session: null });
    await userEvent.fill(page.getByLabelText('비밀번호'), 'teapot under the roof');
    await userEvent.click(page.getByRole('button', { name: '비밀번호 정하고 시작' }));
    await expect.element(page.getByRole('heading', { name: '로그인' })).toBeVisible();
    await expect.element(page.getByText(/로그인해 주십시오/)).toBeVisible();
    expect(fixture.sent).toContainEqual({
      route: 'POST /api/invites',
      body: { secret: 'some-secret', password: 'teapot under the roof' },
    });
  });

  it('[P2] says under its field what is wrong with a password', async () => {
    const fixture = await open('invite/some-secret');
    const message = '많이 쓰여서 누구나 짐작하는 비밀번호입니다.';
    fixture.refuse('POST /api/invites', '다르게 정해 주십시오.', [{ path: 'password', message }]);
    await userEvent.fill(page.getByLabelText('비밀번호'), 'password1');
    await userEvent.click(page.getByRole('button', { name: '비밀번호 정하고 시작' }));
    await expect.element(page.getByText(message)).toBeVisible();
  });
});
