/** Writing an announcement. The rules: controller/announcements/RULES.md. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-compose.ts';
import type { ScreenView } from '../../../../shared/protocol/http/screens.ts';
import { administrator, consoleFixture, NOW } from '../../../support/console-fixture.ts';
import { announcements } from '../../../support/board-announcements.ts';

async function open(
  start: string,
  prepare: (fixture: ReturnType<typeof consoleFixture>) => void = () => undefined,
) {
  const fixture = consoleFixture();
  const district = { ...{ id: 'office', kind: 'district', name: { ko: '도봉구청' } } };
  fixture.reply('GET /api/organizations', [{ ...district, sharePercent: 30, version: 1 }]);
  prepare(fixture);
  const compose = document.createElement('console-compose');
  compose.desk = fixture.desk;
  compose.me = administrator;
  compose.start = start;
  document.body.append(compose);
  onTestFinished(() => compose.remove());
  onTestFinished(() => void (location.hash = ''));
  await expect.element(page.getByLabelText('제목', { exact: true })).toBeVisible();
  return { ...fixture, compose };
}

/** What has the focus, through all shadows. */
function focused(): HTMLTextAreaElement {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element as HTMLTextAreaElement;
}

function selected(): string {
  const { value, selectionStart, selectionEnd } = focused();
  return value.slice(selectionStart, selectionEnd);
}

const posts = (sent: readonly { readonly route: string }[]) =>
  sent.filter(({ route }) => route.startsWith('POST'));

describe('a template', () => {
  it('[A40] fills the form and leads to its first blank; with one left nothing is sent', async () => {
    const { sent, reply } = await open('new');
    await userEvent.click(page.getByRole('button', { name: '화재' }));
    await expect.poll(selected).toBe('〔불이 난 곳〕');
    await userEvent.keyboard('창동시장');
    await userEvent.click(page.getByRole('button', { name: '긴급 송출…' }));
    await expect.poll(selected).toBe('〔대피할 방향〕');
    await expect
      .element(page.getByText('빈칸 〔대피할 방향〕을(를) 채우거나 지워 주십시오.'))
      .toBeVisible();
    expect(page.getByRole('dialog').elements()).toEqual([]);
    await userEvent.keyboard('1번 출구');
    await userEvent.click(page.getByRole('button', { name: '긴급 송출…' }));
    reply('POST /api/release-requests', {});
    await userEvent.click(page.getByRole('button', { name: '승인 요청' }));
    await vi.waitFor(() =>
      expect(sent).toContainEqual({
        route: 'POST /api/release-requests',
        body: expect.objectContaining({
          level: 'emergency',
          title: '연기를 피해 즉시 대피하십시오',
          body: expect.stringContaining('창동시장에서 불이 났습니다.') as string,
          allClear: expect.stringContaining('불이 꺼졌습니다') as string,
          translations: expect.objectContaining({
            en: { title: expect.stringContaining('Fire') as string, body: null },
          }) as object,
          expiresAt: NOW + 60 * 60_000,
        }) as object,
      }),
    );
  });
});

describe('an emergency', () => {
  it('[A10] goes out alone only through a reason', async () => {
    const { sent, reply } = await open('emergency');
    await userEvent.fill(page.getByLabelText('제목', { exact: true }), '즉시 대피하십시오');
    await userEvent.click(page.getByRole('button', { name: '긴급 송출…' }));
    await userEvent.click(page.getByRole('button', { name: '비상 단독 송출…' }));
    expect(posts(sent)).toEqual([]);
    await userEvent.fill(page.getByLabelText('혼자 보내는 사유'), '연락이 닿지 않음');
    reply('POST /api/announcements/break-glass', {});
    await userEvent.click(page.getByRole('button', { name: '혼자 지금 송출' }));
    await vi.waitFor(() =>
      expect(posts(sent)).toEqual([
        expect.objectContaining({
          route: 'POST /api/announcements/break-glass',
          body: expect.objectContaining({ reason: '연락이 닿지 않음', unblank: true }) as object,
        }),
      ]),
    );
  });

  it('[A20] that is on air is corrected at once', async () => {
    const announcement = {
      ...announcements.emergency,
      ...{ id: 'flood', sentAt: NOW, expiresAt: NOW + 3_600_000 },
    };
    const { sent, reply } = await open('flood', (fixture) =>
      fixture.reply('GET /api/announcements', [
        { announcement, screenIds: ['plaza-1'], receipts: [] },
      ]),
    );
    await userEvent.click(page.getByRole('button', { name: '긴급 송출…' }));
    reply('POST /api/announcements', {});
    await userEvent.click(page.getByRole('button', { name: '정정 송출' }));
    await vi.waitFor(() =>
      expect(posts(sent)).toEqual([
        expect.objectContaining({
          route: 'POST /api/announcements',
          body: expect.objectContaining({ corrects: 'flood' }) as object,
        }),
      ]),
    );
  });
});

describe('a drill', () => {
  it('[A30] is not offered where every board is in public', async () => {
    await open('emergency');
    await expect.element(page.getByText(/지금은 그런 화면이 없습니다/)).toBeVisible();
    expect(page.getByLabelText(/^훈련입니다/).elements()).toEqual([]);
  });

  it('[A30] is for the other boards only, and needs nobody else', async () => {
    const { sent, reply } = await open('emergency', (fixture) => {
      const view = fixtureScreen();
      fixture.reply('GET /api/screens', [view, hallOf(view)]);
    });
    await userEvent.fill(page.getByLabelText('제목', { exact: true }), '훈련 대피');
    await userEvent.click(page.getByLabelText(/^훈련입니다/));
    expect(page.getByLabelText('1번 출구 게시대').elements()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: '훈련 송출…' }));
    reply('POST /api/announcements', {});
    await userEvent.click(page.getByRole('button', { name: '훈련 송출', exact: true }));
    await vi.waitFor(() =>
      expect(posts(sent)).toEqual([
        expect.objectContaining({
          body: expect.objectContaining({ drill: true, screens: ['hall'] }) as object,
        }),
      ]),
    );
  });
});

describe('an important announcement', () => {
  it('[S3] comes again as often as it was told', async () => {
    const { sent, reply } = await open('new');
    await userEvent.fill(page.getByLabelText('제목', { exact: true }), '에스컬레이터 점검');
    await userEvent.click(page.getByLabelText('10분마다'));
    reply('POST /api/announcements', {});
    await userEvent.click(page.getByRole('button', { name: '지금 보내기' }));
    await vi.waitFor(() =>
      expect(posts(sent)).toEqual([
        expect.objectContaining({
          body: expect.objectContaining({ level: 'important', repeatMinutes: 10 }) as object,
        }),
      ]),
    );
  });
});

function fixtureScreen(): ScreenView {
  return {
    device: null,
    screen: {
      ...{ id: 'plaza-1', name: '1번 출구 게시대', place: { ko: '창동역 1번 출구 광장' } },
      ...{ widthPx: 1920, heightPx: 1080, offsetX: 0, offsetY: 0 },
      ...{ pitchMm: 2.5, peakNits: 5000, viewingDistanceM: 8 },
      ...{ zone: 'Asia/Seoul', latitude: 37.653, longitude: 127.047, specialDays: [] },
      week: Array.from({ length: 7 }, () => ({ fromMinute: 360, toMinute: 1440 })),
      ...{ facesRoad: false, trafficSignalWithin30m: false, blankUntil: null, version: 1 },
    },
  };
}

function hallOf({ screen, device }: ScreenView): ScreenView {
  return { device, screen: { ...screen, id: 'hall', name: '교육장', isPublic: false } };
}
