import { describe, expect, it } from 'vitest';
import {
  layerWords,
  sourceWords,
  standingWords,
} from '../../../../controller/console/parts/moment-words.ts';
import { dayPlan } from '../../../../shared/schedule/day-plan.ts';
import { manifest, NOW } from '../../../support/console-fixture.ts';
import { momentAt } from '../../../support/eventful-day.ts';
import { seoul, TEST_DATE } from '../../../support/manifest-builder.ts';

const { offsets } = manifest.calendar;
const slots = dayPlan(manifest, TEST_DATE);
const past = momentAt(manifest, slots, seoul('12:00:20'));
const recent = momentAt(manifest, slots, NOW - 1000);
const dark = momentAt(manifest, slots, seoul('03:00'));

describe('where a moment comes from', () => {
  it.each([
    [momentAt(manifest, slots, seoul('20:00')), '편성대로라면 이렇게 나옵니다'],
    [past, '이 화면이 남긴 기록입니다 · 12:00:15부터 15초'],
    [{ ...past, play: null }, '기록이 없습니다. 편성은 이랬습니다'],
    [{ ...recent, play: null }, '편성은 이렇습니다. 이 차례의 기록은 아직 오지 않았습니다'],
    [dark, '화면을 켜지 않은 시간입니다'],
  ])('%#', (moment, words) => {
    expect(sourceWords(moment, offsets, NOW).words).toBe(words);
  });

  it('says when the board did not show it to its end', () => {
    const play = past.play && { ...past.play, outcome: 'cut' as const };
    const { tone, detail } = sourceWords({ ...past, play }, offsets, NOW);
    expect(tone).toBe('warn');
    expect(detail).toMatch(/^끝까지 나가지 못하고 바뀌었습니다\. 내용은 그때 것/);
  });
});

describe('why', () => {
  it('[S3] says what lies over the plan, and nothing of the plan’s own slide', () => {
    expect(layerWords(past)).toBeNull();
    expect(layerWords({ ...past, layer: 'blank' })).toBe('운영자가 화면을 꺼 둔 시간입니다.');
  });

  it('[S11] tells of any instant whether it plays, why not, and when next', () => {
    const slot = slots.find(({ startMs }) => startMs > past.at) ?? null;
    const ask = { offsets, at: past.at };
    const words = (state: 'on-air' | 'waiting' | 'not') =>
      standingWords(
        { state, reason: state === 'not' ? 'shop-closed' : null, slot },
        ask.offsets,
        ask.at,
      );
    expect(words('on-air')).toBe('이 순간 나갑니다.');
    expect(words('waiting')).toMatch(/차례를 기다립니다\. 다음은 오늘 12:00:30입니다\.$/);
    expect(words('not')).toBe('가게가 쉬는 날입니다. 다음은 오늘 12:00:30입니다.');
  });
});
