import { describe, expect, it } from 'vitest';
import { announcementsThen } from '../../../controller/usecases/announcements-then.ts';
import { anAnnouncement } from '../../support/values.ts';

const quake = anAnnouncement({ id: 'quake', sentAt: 1000, clearedAt: 5000, seq: 3 });
const flood = anAnnouncement({ id: 'flood', sentAt: 2000, seq: 2 });
const inside = anAnnouncement({ id: 'inside', sentAt: 1500, seq: 4, screens: ['inside'] });
const all = [quake, flood, inside];
const then = (at: number) =>
  announcementsThen(all, 'board', at).map(({ id, seq, clearedAt }) => ({ id, seq, clearedAt }));

describe('announcementsThen', () => {
  it.each([
    { why: 'nothing before the first was sent', at: 999, ids: [] },
    { why: 'what was sent, from that instant on', at: 1000, ids: ['quake'] },
    { why: 'only those of the screen', at: 1999, ids: ['quake'] },
  ])('tells $why', ({ at, ids }) => {
    expect(then(at).map(({ id }) => id)).toEqual(ids);
  });

  it('has what was cleared later as it was, before what was sent after it', () => {
    expect(then(4999)).toEqual([
      { id: 'quake', seq: 1, clearedAt: null },
      { id: 'flood', seq: 2, clearedAt: null },
    ]);
  });

  it('has what was cleared as the newest change', () => {
    expect(then(5000)).toEqual([
      { id: 'flood', seq: 1, clearedAt: null },
      { id: 'quake', seq: 2, clearedAt: 5000 },
    ]);
  });
});
