import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import '../../../../controller/console/app/console-app.ts';
import {
  EMPTY_PLACE_CALENDAR,
  type NamedDay,
  type PlaceCalendar,
} from '../../../../shared/content/place-calendar.ts';
import {
  administrator,
  consoleFixture,
  type ConsoleFixture,
} from '../../../support/console-fixture.ts';

const COMING = 'GET /api/calendar/days?from=2026-11-23&to=2027-11-23';
const CHRISTMAS: NamedDay = { date: '2026-12-25', kind: 'public', name: '성탄절' };
const ELECTION = { date: '2027-04-07', name: '재보궐선거일' };

async function open(fixture: ConsoleFixture = consoleFixture()): Promise<ConsoleFixture> {
  location.hash = '#/holidays';
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { level: 1, name: '공휴일·장날' })).toBeVisible();
  return fixture;
}

/** What the server says from now on. */
function hold(fixture: ConsoleFixture, fields: Partial<PlaceCalendar>): void {
  const calendar = { ...EMPTY_PLACE_CALENDAR, ...fields };
  const temporary = calendar.temporaryHolidays.map((day): NamedDay => ({
    ...day,
    kind: 'temporary',
  }));
  fixture.reply('GET /api/calendar', calendar);
  fixture.reply('PUT /api/calendar', calendar);
  fixture.reply(COMING, { days: [CHRISTMAS, ...temporary], knownUntil: '2038-12-31' });
}

const lastPut = ({ sent }: ConsoleFixture) =>
  sent.findLast(({ route }) => route === 'PUT /api/calendar')?.body;

beforeEach(() => page.viewport(390, 844));
afterEach(() => {
  location.hash = '';
});

describe('console-holidays', () => {
  it('shows the coming holidays with their kinds, and another year where one is asked for', async () => {
    const fixture = consoleFixture();
    fixture.reply('GET /api/calendar/days?from=2036-01-01&to=2036-12-31', {
      days: [
        { date: '2036-10-04', kind: 'public', name: '추석' },
        { date: '2036-10-06', kind: 'substitute', name: '대체공휴일(추석)' },
        { date: '2036-10-07', kind: 'market', name: '장날' },
      ],
      knownUntil: '2038-12-31',
    });
    await open(fixture);
    await expect
      .element(page.getByText(/다음 공휴일은 2026년 12월 25일\(금\) 성탄절/))
      .toBeVisible();
    await expect.element(page.getByText('음력 명절은 2038년까지 들어 있습니다.')).toBeVisible();
    await page.getByLabelText('보는 기간').selectOptions('2036년');
    await expect.element(page.getByRole('heading', { name: '2036년 10월' })).toBeVisible();
    await expect.element(page.getByText('대체공휴일(추석)')).toBeVisible();
    expect(page.getByRole('listitem').filter({ hasText: '장날' }).elements()).toEqual([]);
  });

  it('adds a temporary holiday, and takes it back from the toast', async () => {
    const fixture = await open();
    const add = page.getByRole('button', { name: '임시 공휴일 더하기' });
    await expect.element(add).toBeDisabled();
    await page.getByLabelText('날짜').fill(ELECTION.date);
    await page.getByLabelText('이름').fill(` ${ELECTION.name} `);
    hold(fixture, { temporaryHolidays: [ELECTION], version: 2 });
    await add.click();
    await expect
      .element(page.getByRole('button', { name: `2027년 4월 7일(수) ${ELECTION.name} 지우기` }))
      .toBeVisible();
    expect(lastPut(fixture)).toEqual({
      temporaryHolidays: [ELECTION],
      marketDigit: null,
      version: 1,
    });
    await expect.element(page.getByLabelText('이름')).toHaveValue('');
    await expect.element(page.getByText('임시', { exact: true })).toBeVisible();
    hold(fixture, { version: 3 });
    await page.getByRole('button', { name: '되돌리기' }).click();
    await expect.element(page.getByText('임시', { exact: true })).not.toBeInTheDocument();
    expect(lastPut(fixture)).toEqual({ temporaryHolidays: [], marketDigit: null, version: 2 });
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    const fixture = await open();
    await page.getByLabelText('날짜').fill(ELECTION.date);
    await page.getByLabelText('이름').fill(ELECTION.name);
    fixture.refuse('PUT /api/calendar', '그 사이에 다른 사람이 고쳤습니다.');
    await page.getByRole('button', { name: '임시 공휴일 더하기' }).click();
    await expect.element(page.getByText('그 사이에 다른 사람이 고쳤습니다.')).toBeVisible();
    await expect.element(page.getByLabelText('이름')).toHaveValue(ELECTION.name);
  });

  it('sets the market days at once, and says which is next', async () => {
    const fixture = await open();
    await expect.element(page.getByText('닷새마다 서는 장이 없습니다.')).toBeVisible();
    hold(fixture, { marketDigit: 2, version: 2 });
    await page.getByRole('radio', { name: '2·7일' }).click();
    await expect.element(page.getByText(/매달 2·7·12·17·22·27일/)).toBeVisible();
    await expect.element(page.getByText('11월 27일(금)')).toBeVisible();
    expect(lastPut(fixture)).toEqual({ temporaryHolidays: [], marketDigit: 2, version: 1 });
    hold(fixture, { version: 3 });
    await page.getByRole('button', { name: '되돌리기' }).click();
    await expect.element(page.getByRole('radio', { name: '장날 없음' })).toBeChecked();
    expect(lastPut(fixture)).toEqual({ temporaryHolidays: [], marketDigit: null, version: 2 });
  });

  it('lets who may not write only read', async () => {
    const grants = [{ role: 'viewer' as const, organizationId: null, shopId: null }];
    await open(consoleFixture({ ...administrator, grants }));
    await expect.element(page.getByText('성탄절', { exact: true })).toBeVisible();
    expect(page.getByRole('radio').elements()).toEqual([]);
    expect(page.getByRole('button', { name: '임시 공휴일 더하기' }).elements()).toEqual([]);
  });
});
