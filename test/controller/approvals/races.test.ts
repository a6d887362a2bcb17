/** [V6] Everything that can cross on its way: one effect, the right state, the right audit rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReviewedHouse, type ReviewedHouse } from '../../support/reviewed-house.ts';
import { noticeContent } from '../../support/values.ts';

const TIMES = 100;

let house: ReviewedHouse;
beforeAll(async () => {
  house = await openReviewedHouse();
});
afterAll(() => house.controller.stop());

const submitted = async (round: number) =>
  house.submit('baker', await house.draft('baker', noticeContent(`${round}번째`)));
/** How many approvals of each slide the audit log holds. */
async function approvals(): Promise<ReadonlyMap<string, number>> {
  const entries = await house.controller.store.records.audit.page(null, 10_000);
  const counts = new Map<string, number>();
  for (const { action, subjectId } of entries)
    if (action === 'slide.approve') counts.set(subjectId, (counts.get(subjectId) ?? 0) + 1);
  return counts;
}

const wanted = new Map<string, number>();
async function expectRows(): Promise<void> {
  const found = await approvals();
  for (const [slideId, rows] of wanted) expect(found.get(slideId) ?? 0).toBe(rows);
}

describe('[V6] a race', () => {
  it('of two approvals has one effect and one row', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const view = await submitted(round);
      const both = await Promise.all([
        house.approve('manager', view),
        house.approve('guild-admin', view),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const { slide } = await house.read(view.slide.id);
      expect(slide).toMatchObject({ state: 'approved', version: view.slide.version + 1 });
      wanted.set(slide.id, 1);
    }
    await expectRows();
  });

  it('of an approval and an edit never puts on air what was not looked at', async () => {
    const winners = new Set<string>();
    for (let round = 0; round < TIMES; round += 1) {
      const view = await submitted(round);
      const params = { slideId: view.slide.id };
      const content = noticeContent('바꿔치기');
      const edit = () =>
        house.by('baker').send('saveSlide', {
          params,
          body: { content, dwellSeconds: 15, version: view.slide.version },
        });
      const approve = () => house.approve('manager', view);
      const first = round % 2 === 0 ? approve : edit;
      const second = round % 2 === 0 ? edit : approve;
      const both = await Promise.all([first(), second()]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const after = await house.read(view.slide.id);
      winners.add(after.slide.state);
      expect(after.slide.approvedRevisionId).toBe(
        after.slide.state === 'approved' ? view.latest.id : null,
      );
      wanted.set(view.slide.id, after.slide.state === 'approved' ? 1 : 0);
    }
    await expectRows();
    expect([...winners].every((state) => ['approved', 'draft'].includes(state))).toBe(true);
  });

  it('of an approval and the loss of its right is decided by which is stored first', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const view = await submitted(round);
      const person = (await house.by('admin').get('listPeople')).find(({ id }) => id === 'manager');
      if (!person) throw new Error('no manager');
      const { displayName, email, version, disabled } = person;
      const grantOf = (role: 'viewer' | 'manager') => [
        { role, organizationId: 'guild', shopId: null },
      ];
      const save = (role: 'viewer' | 'manager', at: number) =>
        house.by('admin').send('savePerson', {
          params: { personId: 'manager' },
          body: { displayName, email, disabled, grants: grantOf(role), version: at },
        });
      const [approval, revoked] = await Promise.all([
        house.approve('manager', view),
        save('viewer', version),
      ]);
      expect(revoked.status).toBe(200);
      const { slide } = await house.read(view.slide.id);
      expect(slide.state).toBe(approval.status === 200 ? 'approved' : 'submitted');
      expect([200, 401, 403]).toContain(approval.status);
      wanted.set(slide.id, approval.status === 200 ? 1 : 0);
      expect((await house.approve('manager', await house.read(slide.id))).status).not.toBe(200);
      expect((await save('manager', version + 1)).status).toBe(200);
    }
    await expectRows();
  });
});
