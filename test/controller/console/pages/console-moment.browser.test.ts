import axe from 'axe-core';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/app/console-app.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';
import { eventfulDay, momentAt, replyWith } from '../../../support/eventful-day.ts';
import { seoul, TEST_DATE } from '../../../support/manifest-builder.ts';
import { dayPlan } from '../../../../shared/schedule/day-plan.ts';

const manifest = eventfulDay();
const slots = dayPlan(manifest, TEST_DATE);

afterEach(() => {
  location.hash = '';
});

/** The page of a moment, where the console's clock says 15:30:05. */
async function open(part: string, fixture = consoleFixture()) {
  replyWith(fixture, manifest, slots);
  location.hash = `#/moment${part}`;
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { name: '그 순간' })).toBeVisible();
  return fixture;
}

const at = (clock: string) => `/plaza-1@${seoul(clock)}`;
const asked = ({ sent }: ReturnType<typeof consoleFixture>) =>
  sent.flatMap(({ route }) => /moment\?at=(\d+)/.exec(route)?.[1] ?? []).map(Number);
const shown = (clock: string) => page.getByText(`1번 출구 게시대 · 2026년 11월 23일(월) ${clock}`);

describe('where a moment comes from', () => {
  it('is the plan for what is to come', async () => {
    await open(at('17:00:20'));
    await expect.element(page.getByText('편성대로라면 이렇게 나옵니다')).toBeVisible();
  });

  it('is the board’s own record for what has been', async () => {
    await open(at('14:05:20'));
    await expect
      .element(page.getByText('이 화면이 남긴 기록입니다 · 14:05:15부터 15초'))
      .toBeVisible();
    await expect.element(page.getByText('내용은 그때 것, 디자인은 지금 것입니다.')).toBeVisible();
  });

  it('is said to be the plan where the board recorded nothing', async () => {
    const fixture = await open(at('14:05:20'));
    fixture.answer('/api/screens/plaza-1/moment', (query) => ({
      ...momentAt(manifest, slots, Number(query.get('at'))),
      play: null,
    }));
    await userEvent.click(page.getByRole('button', { name: '다음 차례' }));
    await expect.element(page.getByText('기록이 없습니다. 편성은 이랬습니다')).toBeVisible();
  });
});

describe('why', () => {
  it('[S4] [S5] tells the turn and the share of the hour', async () => {
    await open(at('12:00:20'));
    const moment = momentAt(manifest, slots, seoul('12:00:20'));
    const words = `의 오늘 ${moment.turn?.of}번 가운데 ${moment.turn?.number}번째 차례입니다.`;
    await expect.element(page.getByText(new RegExp(words))).toBeVisible();
    await expect.element(page.getByText(/^이 시간 .* 몫은 .*, 약속은 \d+%입니다\.$/)).toBeVisible();
  });

  it('[S11] tells of another booking why it is not on, and leads to its next slot', async () => {
    const fixture = consoleFixture();
    const [slot] = slots.slice(-1);
    fixture.answer('/api/screens/plaza-1/why', () => ({
      ...{ state: 'not', reason: 'outside-hours', slot },
    }));
    await open(at('12:00:20'), fixture);
    await userEvent.selectOptions(page.getByLabelText('편성', { exact: true }), '아침 빵');
    await expect
      .element(page.getByText('편성한 시간이 아닙니다. 다음은 오늘 23:59:45입니다.'))
      .toBeVisible();
    await userEvent.click(page.getByRole('link', { name: '그 차례 보기 →' }));
    await expect.element(shown('23:59:45')).toBeVisible();
  });
});

describe('moving through time', () => {
  it('steps by seconds and slots, and its address can be sent', async () => {
    const fixture = await open(at('12:00:00'));
    await expect.element(shown('12:00:00')).toBeVisible();
    for (const name of ['+1초', '+1초', '−1초'])
      await userEvent.click(page.getByRole('button', { name }));
    await expect.element(shown('12:00:01')).toBeVisible();
    expect(asked(fixture)).toEqual([seoul('12:00:00')]);
    await userEvent.click(page.getByRole('button', { name: '다음 차례' }));
    await expect.element(shown('12:00:15')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '앞 차례' }));
    await expect.element(shown('12:00:00')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '다음 차례' }));
    await expect.poll(() => location.hash).toBe(`#/moment${at('12:00:15')}`);
  });

  it('goes to a date and a time with seconds, and to now', async () => {
    await open(at('12:00:00'));
    await userEvent.fill(page.getByLabelText('시각', { exact: true }), '18:20:07');
    await expect.element(shown('18:20:07')).toBeVisible();
    await userEvent.fill(page.getByLabelText('날짜'), '2026-11-24');
    await expect
      .element(page.getByText('1번 출구 게시대 · 2026년 11월 24일(화) 18:20:07'))
      .toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '지금', exact: true }));
    await expect.element(shown('15:30:05')).toBeVisible();
  });

  it('is worked by the keyboard on its slider, which says the time', async () => {
    await open(at('12:00:00'));
    const slider = page.getByRole('slider', { name: '하루 가운데 시각' });
    await expect.element(slider).toHaveAttribute('aria-valuetext', '12:00:00');
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '12:00:02');
    await expect.element(shown('12:00:02')).toBeVisible();
  });

  it('runs on until it is stopped', async () => {
    const fixture = await open(at('12:00:00'));
    await userEvent.click(page.getByRole('button', { name: '60배로' }));
    await expect.poll(() => asked(fixture).length).toBeGreaterThan(2);
    await userEvent.click(page.getByRole('button', { name: '멈추기' }));
    await expect.element(page.getByRole('button', { name: '60배로' })).toBeVisible();
  });

  it('keeps what it shows and says why it cannot show more', async () => {
    const fixture = await open(at('12:00:00'));
    await expect.element(page.getByText(/^이 화면이 남긴 기록입니다/)).toBeVisible();
    fixture.answer('/api/screens/plaza-1/moment', () => undefined);
    fixture.refuse(
      `GET /api/screens/plaza-1/moment?at=${seoul('12:00:15')}`,
      '그날의 기록이 없습니다.',
    );
    await userEvent.click(page.getByRole('button', { name: '다음 차례' }));
    await expect.element(page.getByText('그날의 기록이 없습니다.')).toBeVisible();
    await expect.element(shown('12:00:00')).toBeVisible();
    fixture.answer('/api/screens/plaza-1/moment', (query) =>
      momentAt(manifest, slots, Number(query.get('at'))),
    );
    await userEvent.click(page.getByRole('button', { name: '다시 시도' }));
    await expect.element(shown('12:00:15')).toBeVisible();
  });
});

describe('the moment without barriers', () => {
  it.each([
    ['phone', 360],
    ['desktop', 1280],
  ])('has nothing that axe finds (%s)', async (_name, width) => {
    await page.viewport(width, 860);
    await open(at('14:05:20'));
    await expect.element(page.getByText(/^이 화면이 남긴 기록입니다/)).toBeVisible();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
