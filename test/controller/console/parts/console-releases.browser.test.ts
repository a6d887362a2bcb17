/** What a second person sees and does. The rules: controller/announcements/RULES.md. */
import axe from 'axe-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/parts/console-alarm-bar.ts';
import '../../../../controller/console/parts/console-releases.ts';
import type { AlarmsView } from '../../../../shared/protocol/http/alarms.ts';
import { aNote, aRelease } from '../../../support/alarm-samples.ts';
import { administrator, consoleFixture, NOW } from '../../../support/console-fixture.ts';

const own = { requestedBy: administrator.id };

async function open(alarms: Partial<AlarmsView>) {
  const fixture = consoleFixture();
  fixture.reply('GET /api/alarms', { requests: [], notes: [], ...alarms });
  const bar = document.createElement('console-alarm-bar');
  const releases = document.createElement('console-releases');
  for (const element of [bar, releases]) {
    element.desk = fixture.desk;
    element.me = administrator;
    document.body.append(element);
    onTestFinished(() => element.remove());
  }
  await fixture.desk.alarms.reload();
  await releases.updateComplete;
  return { ...fixture, releases };
}

async function posted(
  sent: readonly { readonly route: string; readonly body: unknown }[],
  route: string,
) {
  return vi.waitFor(() => {
    const found = sent.find((one) => one.route === `POST ${route}`);
    if (!found) throw new Error(`nothing was sent to ${route}`);
    return found.body;
  });
}

describe('a release that another asks for', () => {
  it.each([390, 1280])(
    '[A2] is told who, since when, whole, and until when, at %i px',
    async (width) => {
      await page.viewport(width, 860);
      await open({ requests: [aRelease(NOW)] });
      await expect.element(page.getByText('이주무관', { exact: true })).toBeVisible();
      await expect.element(page.getByText(/님이 2분 전 요청했습니다/)).toBeVisible();
      await expect.element(page.getByText('8분 남음', { exact: true })).toBeVisible();
      await expect.element(page.getByText(/^호우경보가 발효되었습니다/).first()).toBeVisible();
      await expect.element(page.getByText(/화면 1개: 1번 출구 게시대/).first()).toBeVisible();
      const bar = page.getByRole('link', { name: /^긴급 송출 승인 요청: .* 이주무관/ });
      await expect.element(bar).toHaveAttribute('href', '#/now');
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );

  it('[A4] is let out only after a second look, by the hash of what was read', async () => {
    const { sent, reply } = await open({ requests: [aRelease(NOW)] });
    reply('POST /api/release-requests/request/release', {});
    await userEvent.click(page.getByRole('button', { name: '송출 승인…' }));
    const dialog = page.getByRole('dialog', { name: '지금 화면에 내보낼까요?' });
    await expect.element(dialog.getByText(/하천에서 즉시 나와/)).toBeVisible();
    expect(sent.filter(({ route }) => route.startsWith('POST'))).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: '지금 내보내기' }));
    const body = await posted(sent, '/api/release-requests/request/release');
    expect(body).toEqual({ hash: 'ab'.repeat(32) });
  });

  it('[A6] is refused with a reason', async () => {
    const { sent, reply } = await open({ requests: [aRelease(NOW)] });
    reply('POST /api/release-requests/request/refuse', {});
    await userEvent.click(page.getByRole('button', { name: '거절…' }));
    await userEvent.fill(page.getByLabelText('거절하는 사유'), '등급이 맞지 않음');
    await userEvent.click(page.getByRole('button', { name: '거절하기' }));
    const body = await posted(sent, '/api/release-requests/request/refuse');
    expect(body).toEqual({ reason: '등급이 맞지 않음' });
  });

  it('[A5] is gone once its time has run out', async () => {
    const { releases } = await open({ requests: [aRelease(NOW, { lapsesAt: NOW })] });
    await expect.poll(() => releases.hidden).toBe(true);
    expect(page.getByRole('link', { name: /긴급 송출 승인 요청/ }).elements()).toEqual([]);
  });
});

describe('one’s own request', () => {
  it('[A3] cannot be released, [A6] but taken back', async () => {
    const { sent, reply } = await open({ requests: [aRelease(NOW, own)] });
    await expect.element(page.getByText('승인을 기다리는 중')).toBeVisible();
    expect(page.getByRole('button', { name: '송출 승인…' }).elements()).toEqual([]);
    expect(page.getByRole('link', { name: /긴급 송출 승인 요청/ }).elements()).toEqual([]);
    reply('POST /api/release-requests/request/take-back', {});
    await userEvent.click(page.getByRole('button', { name: '요청 거두기' }));
    await posted(sent, '/api/release-requests/request/take-back');
  });

  it('[A12] goes out alone with a reason, and not without', async () => {
    const { sent, reply } = await open({ requests: [aRelease(NOW, own)] });
    reply('POST /api/release-requests/request/break-glass', {});
    await userEvent.click(page.getByRole('button', { name: '비상 단독 송출…' }));
    const dialog = page.getByRole('dialog', { name: '비상 단독 송출' });
    await userEvent.fill(dialog.getByLabelText('혼자 보내는 사유'), '급함');
    await userEvent.click(dialog.getByRole('button', { name: '혼자 지금 송출' }));
    await expect.element(dialog.getByText('사유를 다섯 글자 이상 적어 주십시오.')).toBeVisible();
    expect(sent.filter(({ route }) => route.startsWith('POST'))).toEqual([]);
    await userEvent.fill(dialog.getByLabelText('혼자 보내는 사유'), '연락이 닿지 않음');
    await userEvent.click(dialog.getByRole('button', { name: '혼자 지금 송출' }));
    const body = await posted(sent, '/api/release-requests/request/break-glass');
    expect(body).toEqual({ reason: '연락이 닿지 않음' });
  });

  it.each([
    ['refused', /박주무관 님이 거절했습니다: 등급이 맞지 않음/],
    ['lapsed', /승인이 없어 요청이 끝났습니다/],
  ] as const)('[A6] that was %s says so', async (state, words) => {
    const decision = { state, decidedBy: '박주무관', reason: '등급이 맞지 않음' };
    await open({ requests: [aRelease(NOW, { ...own, ...decision })] });
    await expect.element(page.getByText(words)).toBeVisible();
  });
});

describe('a note', () => {
  it('[A11] says who, why and what, and stays until it is known', async () => {
    const { sent, reply } = await open({ notes: [aNote(NOW)] });
    const bar = page.getByRole('alert');
    for (const words of [
      /승인 없이 나간 긴급 송출/,
      /이주무관/,
      /연락이 닿지 않음/,
      /즉시 나오십시오/,
    ])
      await expect.element(bar.getByText(words).first()).toBeVisible();
    reply('POST /api/alarm-notes/note/acknowledge', null);
    reply('GET /api/alarms', { requests: [], notes: [] });
    await userEvent.click(page.getByRole('button', { name: '확인했습니다' }));
    await posted(sent, '/api/alarm-notes/note/acknowledge');
    await expect.poll(() => page.getByText(/승인 없이 나간/).elements().length).toBe(0);
  });
});
