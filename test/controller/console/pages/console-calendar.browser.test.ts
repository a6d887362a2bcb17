import axe from 'axe-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-calendar.ts';
import '../../../../controller/console/parts/console-booking-grid.ts';
import { tokens } from '../../../../controller/console/app/tokens.ts';
import type { Booking } from '../../../../shared/content/booking.ts';
import type { Person } from '../../../../shared/content/person.ts';
import {
  evening,
  fair,
  lunch,
  openCalendar,
  reply,
  winter,
} from '../../../support/calendar-fixture.ts';
import { administrator } from '../../../support/console-fixture.ts';
import { dragByMouse, dragByTouch, pointOf } from '../../../support/hands.ts';

/** A cold browser loads the calendar first. */
const PATIENT = { timeout: 10_000 };
const STILL_FRAMES = 6;
const viewer: Person = {
  ...administrator,
  grants: [{ role: 'viewer', organizationId: null, shopId: null }],
};

interface Opening {
  readonly bookings?: readonly Booking[];
  readonly me?: Person;
  readonly width?: number;
}

/** Opens the page, and waits until the bars are drawn. */
async function open({ bookings, me, width = 1280 }: Opening = {}) {
  await page.viewport(width, 1300);
  const opened = openCalendar(bookings, me);
  onTestFinished(opened.close);
  const { calendar, fixture } = opened;
  const grid = () => calendar.renderRoot.querySelector('console-booking-grid')?.renderRoot;
  const bars = (id: string) => [
    ...(grid()?.querySelectorAll<HTMLElement>(`[data-bar^="${id} "]`) ?? []),
  ];
  await expect.poll(() => bars('winter').length + bars('lunch').length, PATIENT).toBeGreaterThan(0);
  await untilAtRest(() => [...bars('winter'), ...bars('lunch')]);
  const route = (id: string) => `POST /api/bookings/${id}/edit`;
  return {
    ...opened,
    bars,
    /** From now on the server takes edits of the booking, and shows it as it is after. */
    takes: (before: Booking, change: Partial<Booking>) => {
      const after = { ...before, ...change, version: before.version + 1 };
      fixture.reply(route(before.id), [{ before, after }]);
      return after;
    },
    asked: (id: string) => fixture.sent.find((sent) => sent.route === route(id))?.body,
    /** The width of a day and the height of half an hour. */
    step: () => {
      const lane = grid()?.querySelector('[role="columnheader"][data-date]');
      const block = bars('lunch')[0];
      return {
        day: lane?.getBoundingClientRect().width ?? 0,
        halfHour: ((block?.getBoundingClientRect().height ?? 0) + 1) / 4,
      };
    },
  };
}

/** The calendar lays itself out again once it knows its width: a hand would reach for where a bar was. */
async function untilAtRest(elements: () => readonly Element[]): Promise<void> {
  const places = () => JSON.stringify(elements().map((element) => element.getBoundingClientRect()));
  for (let before = '', quiet = 0; quiet < STILL_FRAMES;) {
    await new Promise((wake) => requestAnimationFrame(wake));
    const now = places();
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}

/** What the bar says, and where it stands. */
const label = (bar: Element | undefined) => bar?.textContent ?? '';

beforeEach(() => {
  localStorage.clear();
  document.documentElement.lang = 'ko';
  document.title = '창동역 전자게시대';
  // What the console's shell gives its pages.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens.cssText.replace(':host', ':root'));
  document.adoptedStyleSheets = [sheet];
});

describe('dragging', () => {
  it('moves a block by mouse to another day and hour', async () => {
    const { bars, takes, asked, step, fixture } = await open();
    const after = takes(lunch, { fromDate: '2026-11-25', toDate: '2026-11-25' });
    reply(fixture, [winter, evening, fair, after]);
    const from = pointOf(bars('lunch')[0]!, { x: 30, y: 8 });
    const { day, halfHour } = step();
    await dragByMouse(from, { x: from.x + day, y: from.y + 2 * halfHour });
    await expect
      .poll(() => asked('lunch'))
      .toEqual({
        ...{ version: 1, day: '2026-11-24' },
        edit: {
          ...{ kind: 'move', scope: 'all' },
          to: { date: '2026-11-25', fromMinute: 720, toMinute: 840 },
        },
      });
    await expect.poll(() => label(bars('lunch')[0])).toContain('11월 25일(수)');
  });

  it('copies with Alt held, and leaves the bar where it was', async () => {
    const { bars, takes, asked, step } = await open();
    takes(lunch, {});
    const from = pointOf(bars('lunch')[0]!, { x: 30, y: 8 });
    await dragByMouse(from, { x: from.x + step().day, y: from.y }, { modifier: 'alt' });
    await expect
      .poll(() => asked('lunch'))
      .toMatchObject({
        edit: { kind: 'copy', to: { date: '2026-11-25', fromMinute: 660, toMinute: 780 } },
      });
    expect(label(bars('lunch')[0])).toContain('11월 24일(화)');
  });

  it('pulls the lower end of a block to another hour', async () => {
    const { bars, takes, asked, step } = await open();
    takes(lunch, {});
    const box = bars('lunch')[0]!.getBoundingClientRect();
    const from = { x: box.left + box.width / 2, y: box.bottom - 1 };
    await dragByMouse(from, { x: from.x, y: from.y + 2 * step().halfHour });
    await expect
      .poll(() => asked('lunch'))
      .toMatchObject({
        edit: { kind: 'move', to: { date: '2026-11-24', fromMinute: 660, toMinute: 840 } },
      });
  });

  it('pulls the end of a bar to another last day', async () => {
    const { bars, takes, asked, step } = await open();
    takes(winter, {});
    const box = bars('winter')[0]!.getBoundingClientRect();
    const from = { x: box.right - 2, y: box.top + box.height / 2 };
    await dragByMouse(from, { x: from.x + step().day, y: from.y });
    await expect
      .poll(() => asked('winter'))
      .toMatchObject({
        edit: { kind: 'dates', fromDate: '2026-11-23', toDate: '2026-11-27' },
      });
  });

  it('asks which days are meant, and asks nothing of the server when the person gives up', async () => {
    const { bars, asked, step } = await open();
    const drag = async () => {
      const from = pointOf(bars('evening')[1]!, { x: 30, y: 8 });
      await dragByMouse(from, { x: from.x, y: from.y - 2 * step().halfHour });
    };
    await drag();
    await userEvent.click(page.getByRole('button', { name: '옮기지 않기' }));
    expect(asked('evening')).toBeUndefined();
    await drag();
    await userEvent.click(page.getByRole('button', { name: /^이날부터/ }));
    await expect
      .poll(() => asked('evening'))
      .toMatchObject({
        ...{ day: '2026-11-24' },
        edit: { scope: 'following', to: { date: '2026-11-24', fromMinute: 1020, toMinute: 1140 } },
      });
  });

  it('puts the bar back and says why when the server refuses', async () => {
    const { bars, calendar, fixture, step } = await open();
    fixture.refuse('POST /api/bookings/lunch/edit', '그날은 쉬는 날입니다.');
    let told = '';
    calendar.addEventListener('console-toast', (event) => (told = event.toast.text));
    const left = bars('lunch')[0]!.getBoundingClientRect().left;
    const from = pointOf(bars('lunch')[0]!, { x: 30, y: 8 });
    await dragByMouse(from, { x: from.x + step().day, y: from.y });
    await expect.poll(() => told).toBe('그날은 쉬는 날입니다.');
    await expect.poll(() => bars('lunch')[0]!.getBoundingClientRect().left).toBe(left);
  });

  it('moves nothing for who may only look', async () => {
    const { bars, asked, step } = await open({ me: viewer });
    const from = pointOf(bars('lunch')[0]!, { x: 30, y: 8 });
    await dragByMouse(from, { x: from.x + step().day, y: from.y });
    bars('lunch')[0]!.click();
    await expect.element(page.getByRole('link', { name: '편성 보기' })).toBeVisible();
    expect(page.getByRole('button', { name: '시간 옮기기' }).query()).toBeNull();
    expect(asked('lunch')).toBeUndefined();
  });

  // Last: the library takes a mouse that follows a finger for the finger's own.
  it('moves a block by finger after a long press', async () => {
    const { bars, takes, asked, step } = await open();
    takes(lunch, {});
    const from = pointOf(bars('lunch')[0]!, { x: 30, y: 8 });
    await dragByTouch(from, { x: from.x + step().day, y: from.y }, 600);
    await expect
      .poll(() => asked('lunch'))
      .toMatchObject({
        edit: { to: { date: '2026-11-25', fromMinute: 660, toMinute: 780 } },
      });
  });
});

describe('the keyboard', () => {
  it('opens a booking, moves and stretches it, says where it is, and puts it down', async () => {
    const { bars, takes, asked } = await open();
    takes(lunch, {});
    bars('lunch')[0]!.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(page.getByRole('button', { name: '시간 옮기기' }));
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    const where = '11월 25일(수) 오전 11:30 ~ 오후 2:00';
    await expect.element(page.getByText(where)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => asked('lunch'))
      .toMatchObject({
        edit: { to: { date: '2026-11-25', fromMinute: 690, toMinute: 840 } },
      });
    await expect.poll(() => page.getByText(where).query()).toBeNull();
  });

  it('gives up with Escape, and is back on the bar', async () => {
    const { calendar, bars, asked } = await open();
    bars('lunch')[0]!.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(page.getByRole('button', { name: '시간 옮기기' }));
    await userEvent.keyboard('{ArrowLeft}{Escape}');
    const grid = calendar.renderRoot.querySelector('console-booking-grid');
    await expect
      .poll(() => label(grid?.shadowRoot?.activeElement ?? undefined))
      .toContain('점심 특가');
    expect(asked('lunch')).toBeUndefined();
  });
});

describe('the calendar of bookings', () => {
  it('names holidays and market days, and marks what an event displaces', async () => {
    const { bars } = await open();
    await expect.element(page.getByText('임시 공휴일')).toBeVisible();
    await expect.element(page.getByText('장날', { exact: true })).toBeVisible();
    expect(label(bars('evening')[2])).toContain('행사에 밀림');
    expect(label(bars('evening')[1])).not.toContain('밀림');
    expect(label(bars('fair')[0])).toContain('행사 독점');
  });

  it('shows what is chosen, and remembers that all-day bookings are hidden', async () => {
    const { bars, close } = await open();
    await userEvent.click(page.getByText('골라 보기'));
    await userEvent.click(page.getByRole('checkbox', { name: '종일 편성 숨기기' }));
    await expect.poll(() => bars('winter').length).toBe(0);
    close();
    const again = await open();
    expect(again.bars('winter').length).toBe(0);
    await userEvent.click(page.getByText(/^골라 보기/));
    await userEvent.fill(page.getByLabelText('찾기'), '점심');
    await expect.poll(() => again.bars('evening').length).toBe(0);
    expect(again.bars('lunch').length).toBe(1);
  });

  it('says what to do where nothing is booked', async () => {
    await page.viewport(1280, 1300);
    onTestFinished(openCalendar([]).close);
    await expect.element(page.getByRole('link', { name: '첫 편성하기' })).toBeVisible();
  });

  it.each([360, 1280])('has nothing that axe finds at %i px', async (width) => {
    const { bars } = await open({ width });
    for (const view of ['월', width === 360 ? '3일' : '주']) {
      await userEvent.click(page.getByRole('button', { name: view, exact: true }));
      await expect.poll(() => bars('winter').length).toBeGreaterThan(0);
      const { violations } = await axe.run(document.body);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });
});
