import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/app/console-app.ts';
import {
  administrator,
  consoleFixture,
  NOW,
  type ConsoleFixture,
} from '../../../support/console-fixture.ts';
import { focusedId } from '../../../support/focused-id.ts';

async function open(path: string, fixture = consoleFixture()): Promise<ConsoleFixture> {
  location.hash = `#/${path}`;
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return fixture;
}
const twoStepOn = (codesLeft: number) => ({ onSince: NOW, isDemanded: false, codesLeft });

beforeEach(() => {
  document.documentElement.lang = 'ko';
  document.title = '창동역 전자게시대';
});
afterEach(() => {
  location.hash = '';
});

describe('console-me', () => {
  it('[P5] turns two steps on, and shows the recovery codes once', async () => {
    const fixture = await open('me');
    fixture.reply('POST /api/session/two-step', {
      key: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
      address: 'otpauth://totp/x:kim?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=x',
    });
    fixture.reply('PUT /api/session/two-step', { codes: ['ABCDE-FGHJK', '12345-67890'] });
    await userEvent.click(page.getByRole('button', { name: '두 단계 로그인 켜기' }));
    await expect.element(page.getByRole('img', { name: 'QR 코드' })).toBeVisible();
    fixture.reply('GET /api/session/two-step', twoStepOn(10));
    await userEvent.fill(page.getByLabelText('인증 코드'), '123456');
    await userEvent.click(page.getByRole('button', { name: '두 단계 로그인 켜기' }));
    await expect.element(page.getByText('12345-67890')).toBeVisible();
    await expect.element(page.getByText('남은 복구 코드 10개.')).toBeVisible();
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('[P6] suggests new recovery codes when few are left', async () => {
    const fixture = consoleFixture();
    fixture.reply('GET /api/session/two-step', twoStepOn(2));
    await open('me', fixture);
    await expect.element(page.getByText(/새로 만들어 보관해 주십시오/)).toBeVisible();
    fixture.reply('POST /api/session/two-step/codes', { codes: ['FRESH-CODES'] });
    await userEvent.click(page.getByRole('button', { name: '복구 코드 새로 만들기' }));
    await expect.element(page.getByText('FRESH-CODES')).toBeVisible();
  });

  it('[P10] lists the sessions, and ends one or all others', async () => {
    const fixture = await open('me');
    await expect.element(page.getByText('이 기기')).toBeVisible();
    fixture.reply(`DELETE /api/sessions/${'b'.repeat(64)}`, null);
    fixture.reply('POST /api/sessions/end-others', null);
    await userEvent.click(page.getByRole('button', { name: '안드로이드 · 삼성 인터넷 끝내기' }));
    await expect
      .element(page.getByRole('button', { name: '다른 기기 모두 로그아웃' }))
      .not.toBeInTheDocument();
    expect(fixture.sent.at(-1)?.route).toBe(`DELETE /api/sessions/${'b'.repeat(64)}`);
  });

  it('[P10] shows the door when its line was cut and its session is over', async () => {
    const fixture = await open('me');
    fixture.refuseBy('GET /api/session', 'unauthenticated', '먼저 로그인해 주십시오.');
    expect(await fixture.live().mayComeBack()).toBe(false);
    await expect.element(page.getByRole('heading', { name: '로그인', exact: true })).toBeVisible();
  });

  it('[P10] comes back when only its line was cut', async () => {
    const fixture = await open('me');
    expect(await fixture.live().mayComeBack()).toBe(true);
  });
});

describe('console-step-up', () => {
  const invite = async () => {
    await page.getByLabelText('이름').fill('새 담당자');
    await page.getByLabelText('아이디').fill('newcomer');
    await page.getByRole('button', { name: '초대 링크 만들기' }).click();
  };

  it('[P9] asks by itself, and does what was asked for once it was proven', async () => {
    const fixture = await open('people/new');
    fixture.refuseBy('POST /api/people', 'step-up-needed', '비밀번호를 다시 적어 주십시오.');
    await invite();
    const dialog = page.getByRole('dialog', { name: '본인 확인' });
    await expect.element(dialog).toBeVisible();
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
    fixture.refuseBy('POST /api/session/confirm', 'code-needed', '코드를 적어 주십시오.');
    await dialog.getByLabelText('비밀번호').fill('teapot under the roof');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedId).toBe('code');
    fixture.reply('POST /api/session/confirm', null);
    fixture.reply('POST /api/people', {
      ...{ person: administrator, inviteSecret: 'x'.repeat(43), expiresAt: NOW },
    });
    await userEvent.keyboard('123456{Enter}');
    await expect.element(page.getByLabelText('초대 링크')).toBeVisible();
    const routes = fixture.sent.map(({ route }) => route).filter((one) => one.startsWith('POST'));
    expect(routes).toEqual([
      ...['POST /api/people', 'POST /api/session/confirm', 'POST /api/session/confirm'],
      'POST /api/people',
    ]);
    expect(fixture.sent.find(({ route }) => route.endsWith('confirm'))?.body).toEqual({
      ...{ password: 'teapot under the roof', code: null },
    });
  });

  it('[P9] leaves everything as it was when the person gives up', async () => {
    const fixture = await open('people/new');
    fixture.refuseBy('POST /api/people', 'step-up-needed', '비밀번호를 다시 적어 주십시오.');
    await invite();
    await page.getByRole('button', { name: '그만두기' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByLabelText('이름')).toHaveValue('새 담당자');
    expect(fixture.sent.filter(({ route }) => route === 'POST /api/people')).toHaveLength(1);
    expect(page.getByText('비밀번호를 다시 적어 주십시오.').elements()).toEqual([]);
  });
});

describe('console-person', () => {
  it('[P9] ends the sessions of a person, and takes the second step of one who lost the phone', async () => {
    const fixture = await open('people/kim');
    const none = { hasTwoStep: false, sessions: [] };
    await expect.element(page.getByText('안드로이드 · 삼성 인터넷')).toBeVisible();
    fixture.reply('DELETE /api/people/kim/sessions', null);
    fixture.reply('DELETE /api/people/kim/two-step', null);
    fixture.reply('GET /api/people/kim/sessions', { ...none, hasTwoStep: true });
    await userEvent.click(page.getByRole('button', { name: '모든 기기에서 로그아웃시키기' }));
    await expect.element(page.getByText('로그인한 기기가 없습니다.')).toBeVisible();
    fixture.reply('GET /api/people/kim/sessions', none);
    await userEvent.click(page.getByRole('button', { name: /두 단계 로그인 끄기/ }));
    await expect.element(page.getByText('꺼짐')).toBeVisible();
  });

  it('keeps an address for mailed links', async () => {
    const fixture = await open('people/kim');
    fixture.reply('PUT /api/people/kim', { ...administrator, email: 'kim@example.kr', version: 2 });
    await page.getByLabelText('메일 주소 (선택)').fill(' kim@example.kr ');
    await page.getByRole('button', { name: '저장' }).click();
    const saved = () => fixture.sent.find(({ route }) => route === 'PUT /api/people/kim')?.body;
    await expect.poll(saved).toMatchObject({ email: 'kim@example.kr' });
  });
});
