import { describe, expect, it } from 'vitest';
import { directoryEntries } from '../../../shared/slides/directory-entries.ts';
import { sceneData, shop, SUNDAY_AFTERNOON } from '../../support/board-samples.ts';

const evening = Array.from({ length: 7 }, () => ({ fromMinute: 1020, toMinute: 1560 }));
const morning = Array.from({ length: 7 }, () => ({ fromMinute: 420, toMinute: 720 }));
const scene = {
  ...sceneData(1920, 1080, SUNDAY_AFTERNOON),
  shops: [
    shop('far', { name: '나중', goods: '국밥', walkMinutes: 9 }),
    shop('bar', { name: '포차', goods: '파전', walkMinutes: 1, week: evening }),
    shop('near', { name: '가까이', goods: '김밥', walkMinutes: 1 }),
    shop('next', { name: '가나', goods: '국수', walkMinutes: 9 }),
    shop('shut', { name: '휴무', goods: '떡', closedDays: '1'.repeat(120) }),
    shop('early', { name: '아침', goods: '죽', week: morning }),
    shop('cafe', { name: '카페', goods: '커피', trade: 'cafe', walkMinutes: 2 }),
  ],
};
const names = (trade: 'meal' | null, at = scene.at) =>
  directoryEntries({ ...scene, at }, trade).map(({ shop: { name } }) => name.ko);

describe('directoryEntries', () => {
  it('lists open shops nearest first, then those that open later, and leaves out the rest', () => {
    expect(names('meal')).toEqual(['가까이', '가나', '나중', '포차']);
  });

  it('takes all trades where none is asked for', () => {
    expect(names(null)).toContain('카페');
  });

  it('is empty when everything is shut', () => {
    const nineInTheEvening = SUNDAY_AFTERNOON + 5.5 * 3_600_000;
    expect(names('meal', nineInTheEvening)).toEqual(['포차']);
    expect(directoryEntries({ ...scene, shops: [] }, null)).toEqual([]);
  });
});
