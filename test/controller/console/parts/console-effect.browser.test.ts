import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { newBooking } from '../../../../controller/console/parts/booking-draft.ts';
import '../../../../controller/console/parts/console-effect.ts';
import type { ScreenView } from '../../../../shared/protocol/http/screens.ts';
import { Refusal } from '../../../../shared/problem.ts';
import { aDayEffect, anEffect } from '../../../support/booking-samples.ts';
import { consoleFixture, NOW } from '../../../support/console-fixture.ts';

async function open() {
  const { desk } = consoleFixture();
  await desk.screens.reload();
  const effect = document.createElement('console-effect');
  effect.desk = desk;
  effect.draft = { ...newBooking('guild', NOW), slideIds: ['bread'] };
  effect.answer = anEffect();
  document.body.append(effect);
  onTestFinished(() => effect.remove());
  return effect;
}

it('[S12] tells each plan by the names of its boards', async () => {
  const effect = await open();
  const [first] = effect.desk.screens.value ?? [];
  if (!first) throw new Error('no board');
  const second: ScreenView = {
    ...first,
    screen: { ...first.screen, id: 'b', name: '버스 정류장' },
  };
  effect.desk.screens.put([first, second]);
  const after = { plays: 90, playMs: 1_350_000, firstAt: NOW, hours: 12 };
  effect.answer = anEffect({
    plans: [
      { screenIds: ['plaza-1'], days: [aDayEffect()] },
      { screenIds: ['b'], days: [aDayEffect({ after })] },
    ],
  });
  await expect.element(page.getByRole('heading', { name: '버스 정류장' })).toBeVisible();
  await expect.element(page.getByText('하루 138번 나갑니다')).toBeVisible();
  await expect.element(page.getByText('하루 90번 나갑니다')).toBeVisible();
});

it('[S12] says that a plan has no turn, or that no board takes it', async () => {
  const effect = await open();
  const after = { plays: 0, playMs: 0, firstAt: null, hours: 0 };
  effect.answer = anEffect({ plans: [{ screenIds: [], days: [aDayEffect({ after })] }] });
  await expect.element(page.getByText(/내일 한 번도 나가지 않습니다/)).toBeVisible();
  effect.answer = anEffect({ plans: [] });
  await expect.element(page.getByText(/내보낼 화면이 없습니다/)).toBeVisible();
});

it('keeps the old answer beside what went wrong, and asks again by a button', async () => {
  const effect = await open();
  const onAgain = vi.fn();
  effect.addEventListener('effect-again', onAgain);
  effect.refusal = new Refusal('unavailable', '서버에 닿지 않습니다.');
  effect.isOld = true;
  await expect.element(page.getByText('서버에 닿지 않습니다.')).toBeVisible();
  await expect.element(page.getByText('하루 138번 나갑니다')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: '다시 셈하기' }));
  expect(onAgain).toHaveBeenCalledOnce();
});
