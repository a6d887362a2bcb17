import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { approvalOf } from '../../support/approval.ts';
import { OFFICE_PICTURE } from '../../support/house-fixture.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { aRevision, aSlide, noticeContent } from '../../support/values.ts';

type Step = 'submitSlide' | 'approveSlide' | 'withdrawSlide' | 'rejectSlide';

let controller: TestController;
let manager: TestClient;
let baker: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
  baker = await controller.as('baker');
});
afterAll(() => controller.stop());

const create = (client: TestClient, organizationId = 'guild', shopId: string | null = 'bakery') =>
  client.get('createSlide', {
    body: { organizationId, shopId, content: noticeContent('처음'), dwellSeconds: 15 },
  });
const send = (client: TestClient, step: Step, view: SlideView) =>
  client.send(step, {
    params: { slideId: view.slide.id },
    body: {
      ...(step === 'approveSlide' ? approvalOf(view) : { version: view.slide.version }),
      ...(step === 'rejectSlide' ? { reason: '글씨가 작습니다' } : {}),
    },
  });
const take = async (client: TestClient, step: Step, view: SlideView) => {
  const { value, problem } = await send(client, step, view);
  if (!value) throw new Error(JSON.stringify(problem));
  return value;
};
const save = (client: TestClient, { slide }: SlideView, title: string) =>
  client.get('saveSlide', {
    params: { slideId: slide.id },
    body: { content: noticeContent(title), dwellSeconds: 15, version: slide.version },
  });
const onBoard = (slideId: string) =>
  controller.context.manifests.ofScreen('board')?.manifest.slides.find(({ id }) => id === slideId);

describe('a slide', () => {
  it('goes from draft by review onto the boards, once booked', async () => {
    const draft = await create(baker);
    expect(draft).toMatchObject({ slide: { state: 'draft', version: 1 }, approved: null });
    const submitted = await take(baker, 'submitSlide', draft);
    expect(submitted.slide.state).toBe('submitted');
    expect((await send(baker, 'approveSlide', submitted)).problem?.code).toBe('forbidden');
    const approved = await take(manager, 'approveSlide', submitted);
    expect(approved.slide).toMatchObject({ state: 'approved', version: 3 });
    expect(approved.slide.approvedRevisionId).toBe(approved.latest.id);
    expect((await send(manager, 'approveSlide', approved)).problem?.code).toBe('conflict');
    expect((await send(baker, 'submitSlide', approved)).problem?.code).toBe('conflict');
  });

  it('goes back with a reason and comes again', async () => {
    const submitted = await take(baker, 'submitSlide', await create(baker));
    const rejected = await take(manager, 'rejectSlide', submitted);
    expect(rejected.slide).toMatchObject({
      state: 'rejected',
      rejectionReason: '글씨가 작습니다',
    });
    const mended = await save(baker, rejected, '크게');
    expect(mended.slide).toMatchObject({ state: 'draft', rejectionReason: null });
    expect((await send(manager, 'rejectSlide', mended)).problem?.code).toBe('conflict');
    expect((await take(baker, 'submitSlide', mended)).slide.state).toBe('submitted');
  });

  it('[L9] with a resident number is a draft for ever, also to who may approve', async () => {
    const draft = await save(manager, await create(manager), '김 900101-1234567');
    for (const step of ['submitSlide', 'approveSlide'] as const) {
      const { problem } = await send(manager, step, draft);
      expect(problem).toMatchObject({ code: 'invalid', fields: [{ path: 'content.title' }] });
    }
    const mended = await save(manager, draft, '김 사장');
    expect((await take(manager, 'approveSlide', mended)).slide.state).toBe('approved');
  });

  it('stays on air as approved while its correction waits, also when an approver wrote it', async () => {
    const { slide } = await manager.get('readSlide', { params: { slideId: 'bread' } });
    const before = onBoard('bread');
    const saved = await save(manager, { slide } as SlideView, '새 글');
    expect(saved.slide.state).toBe('draft');
    expect(saved.approved?.id).toBe(slide.approvedRevisionId);
    expect(onBoard('bread')).toEqual(before);
    const approved = await take(manager, 'approveSlide', saved);
    expect(onBoard('bread')).toMatchObject({
      revisionId: approved.latest.id,
      content: { title: { ko: '새 글' } },
    });
  });

  it('leaves the boards when withdrawn, and approving brings it back', async () => {
    const view = await manager.get('readSlide', { params: { slideId: 'bread' } });
    const withdrawn = await take(manager, 'withdrawSlide', view);
    expect(withdrawn.slide).toMatchObject({ state: 'withdrawn', approvedRevisionId: null });
    expect(onBoard('bread')).toBeUndefined();
    expect((await send(manager, 'withdrawSlide', withdrawn)).problem?.code).toBe('conflict');
    await take(manager, 'approveSlide', withdrawn);
    expect(onBoard('bread')?.revisionId).toBe(view.latest.id);
  });

  it('keeps every revision as it was', async () => {
    const first = await create(manager);
    const second = await save(manager, first, '둘째');
    await save(manager, second, '셋째');
    const { revisions } = await manager.get('readSlide', { params: { slideId: first.slide.id } });
    expect(
      revisions.map(({ number, content }) => [
        number,
        content.template === 'notice' ? content.title.ko : '',
      ]),
    ).toEqual([
      [1, '처음'],
      [2, '둘째'],
      [3, '셋째'],
    ]);
    expect(revisions[0]).toEqual(first.latest);
  });

  it('is approved as the version that was looked at: an edit in between is a conflict', async () => {
    const submitted = await take(baker, 'submitSlide', await create(baker));
    await save(baker, submitted, '바꿔치기');
    expect((await send(manager, 'approveSlide', submitted)).problem?.code).toBe('conflict');
  });

  it('[64] is approved once by two at the same time', async () => {
    const draft = await create(manager);
    const admin = await controller.as('admin');
    const both = await Promise.all([
      send(manager, 'approveSlide', draft),
      send(admin, 'approveSlide', draft),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('[64] needs a second person where its organization demands two', async () => {
    const officer = await controller.as('officer');
    const second = await controller.as('second-officer');
    const draft = await create(officer, 'office', null);
    expect((await send(officer, 'approveSlide', draft)).problem?.code).toBe('forbidden');
    const edited = await save(second, draft, '고침');
    expect((await send(second, 'approveSlide', edited)).problem?.code).toBe('forbidden');
    expect((await take(officer, 'approveSlide', edited)).slide.state).toBe('approved');
  });

  it("keeps a picture that came with it, though another organization's, and takes no other such", async () => {
    const content = {
      template: 'picture',
      title: null,
      picture: { sha256: OFFICE_PICTURE, alt: { ko: '거리' }, focusX: 0.5, focusY: 0.5 },
    } as const;
    await controller.store.transact(async (records) => {
      const slide = { id: 'street', latestRevisionId: 'street-r1' };
      await records.slides.put(aSlide(slide));
      await records.revisions.add(aRevision({ id: 'street-r1', slideId: 'street', content }));
    });
    const params = { slideId: 'street' };
    const edit = (picture: typeof content.picture) =>
      manager.send('saveSlide', {
        params,
        body: {
          content: { ...content, title: { ko: '거리' }, picture },
          dwellSeconds: 15,
          version: 1,
        },
      });
    const other = await edit({ ...content.picture, sha256: 'f'.repeat(64) });
    expect(other.problem?.code).toBe('invalid');
    const saved = await edit(content.picture);
    expect((await take(manager, 'approveSlide', saved.value!)).slide.state).toBe('approved');
  });

  it('of the house stays when it is the last one', async () => {
    const view = await manager.get('readSlide', { params: { slideId: 'clock' } });
    expect((await send(manager, 'withdrawSlide', view)).problem?.code).toBe('conflict');
  });
});

describe('the list of slides', () => {
  beforeEach(async () => {
    await create(manager);
  });

  it('is in the order of the latest change, with both revisions where they differ', async () => {
    const list = await manager.get('listSlides');
    const times = list.map(({ slide }) => slide.updatedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    for (const { slide, latest, approved } of list) {
      expect(latest.id).toBe(slide.latestRevisionId);
      expect(approved?.id ?? slide.approvedRevisionId ?? latest.id).toBe(
        slide.approvedRevisionId ?? latest.id,
      );
    }
  });
});

describe('the audit log', () => {
  it('says who did what, before and after', async () => {
    const admin = await controller.as('admin');
    const draft = await create(baker);
    const approved = await take(manager, 'approveSlide', draft);
    const { entries, nextBeforeId } = await admin.get('listAudit');
    expect(entries[0]).toMatchObject({
      action: 'slide.approve',
      actor: 'manager',
      personId: 'manager',
      subjectId: draft.slide.id,
      before: draft.slide,
      after: {
        ...approved.slide,
        approval: {
          ...{ revisionId: approved.latest.id, contentHash: approved.contentHash },
          checklist: true,
        },
      },
    });
    expect(entries[1]).toMatchObject({ action: 'slide.judge', actor: 'manager' });
    expect(entries[2]).toMatchObject({ action: 'slide.create', actor: 'baker', before: null });
    expect(nextBeforeId).toBeNull();
    const older = await admin.get('listAudit', { query: { beforeId: String(entries[0]!.id) } });
    expect(older.entries[0]).toEqual(entries[1]);
  });
});
