import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../../controller/console/parts/console-why.ts';
import { aSavedBooking } from '../../../support/booking-samples.ts';
import { consoleFixture, NOW, type ConsoleFixture } from '../../../support/console-fixture.ts';
import { aSlot, seoul } from '../../../support/manifest-builder.ts';

const routeAt = (at: number) => `GET /api/screens/plaza-1/why?bookingId=daily-bread&at=${at}`;
const onAir = { state: 'on-air', reason: null, slot: aSlot('bread', NOW, NOW + 15_000) };

function open({ desk }: ConsoleFixture) {
  const why = document.createElement('console-why');
  why.desk = desk;
  why.booking = aSavedBooking();
  document.body.append(why);
  onTestFinished(() => why.remove());
  return why;
}

describe('console-why', () => {
  it.each([
    [onAir, '지금 송출 중입니다.'],
    [
      { state: 'not', reason: 'shop-closed', slot: aSlot('bread', seoul('30:04'), seoul('30:05')) },
      '지금은 나가지 않습니다: 가게가 쉬는 날입니다. 다음은 내일 06:04:00입니다.',
    ],
  ])('[S11] %# tells each board: %s', async (explanation, words) => {
    const fixture = consoleFixture();
    fixture.reply(routeAt(NOW), explanation);
    open(fixture);
    await expect.element(page.getByRole('term')).toHaveTextContent('1번 출구 게시대');
    await expect.element(page.getByText(words)).toBeVisible();
  });

  it('[S11] asks again when the slot on the air is over, and not before', async () => {
    const fixture = consoleFixture();
    fixture.reply(routeAt(NOW), onAir);
    const later = {
      state: 'waiting',
      reason: null,
      slot: aSlot('bread', NOW + 90_000, NOW + 105_000),
    };
    fixture.reply(routeAt(NOW + 15_000), later);
    const why = open(fixture);
    await expect.element(page.getByText('지금 송출 중입니다.')).toBeVisible();
    const clock = vi.spyOn(fixture.desk, 'now');
    onTestFinished(() => clock.mockRestore());
    for (const at of [NOW + 14_000, NOW + 15_000]) {
      clock.mockReturnValue(at);
      why.requestUpdate();
      await why.updateComplete;
    }
    await expect
      .element(page.getByText('차례를 기다립니다. 다음은 오늘 15:31:35입니다.'))
      .toBeVisible();
    const asked = fixture.sent.map(({ route }) => route).filter((route) => route.includes('/why'));
    expect(asked).toEqual([routeAt(NOW), routeAt(NOW + 15_000)]);
  });

  it('says in words that a board could not be asked', async () => {
    const fixture = consoleFixture();
    fixture.refuse(routeAt(NOW), '서버에 닿지 않습니다.');
    open(fixture);
    await expect.element(page.getByText('서버에 닿지 않습니다.')).toBeVisible();
  });
});
