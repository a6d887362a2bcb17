import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measured } from '../../../shared/legibility/judgement.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { approvalOf } from '../../support/approval.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { aScreen, noticeContent } from '../../support/values.ts';
import { judged, text } from '../../shared/legibility/cases.ts';

let controller: TestController;
let manager: TestClient;
let baker: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
  baker = await controller.as('baker');
  const market = aScreen({ id: 'market', widthPx: 600, heightPx: 300, pitchMm: 8 });
  await controller.store.transact((records) => records.screens.put(market));
});
afterAll(() => controller.stop());

const TITLE = '겨울 특가';

function create(title = TITLE): Promise<SlideView> {
  return baker.get('createSlide', {
    body: {
      ...{ organizationId: 'guild', shopId: 'bakery' },
      ...{ content: noticeContent(title), dwellSeconds: 15 },
    },
  });
}

/** A board of 4 mm pixels that is read from 20 m asks for 20 pixels, and is content with 36.5. */
function on(screenId: string, parts: Parameters<typeof judged>[0] = {}): Measured {
  const title = text({ text: TITLE, glyphPx: 60 });
  return { screenId, measurement: judged({ texts: [title], ...parts }).measurement };
}

const submit = (view: SlideView, measured?: readonly Measured[], client = baker) =>
  client.send('submitSlide', {
    params: { slideId: view.slide.id },
    body: { version: view.slide.version, ...(measured && { measured }) },
  });
const approve = (view: SlideView, measured?: readonly Measured[]) =>
  manager.send('approveSlide', {
    params: { slideId: view.slide.id },
    body: { ...approvalOf(view), ...(measured && { measured }) },
  });

describe('a submission', () => {
  it('[L13] freezes the verdict and the most pages that any board needs', async () => {
    const draft = await create();
    const small = on('market', { pages: 3, omitted: [], meanLuminance: 0.2 });
    const { value } = await submit(draft, [on('board'), small]);
    expect(value?.latest.pages).toBe(3);
    expect(value?.judgement).toMatchObject({
      ...{ revisionId: draft.latest.id, pages: 3, screenIds: ['board', 'market'] },
      ...{ unmeasured: [], warnings: [] },
    });
    const approved = await approve(value ?? draft);
    expect(approved.value?.judgement).toEqual(value?.judgement);
  });

  it('[L1] is refused by the server’s own board, whatever the console thought', async () => {
    const { status, problem } = await submit(await create(), [
      on('board', { texts: [text({ text: TITLE, glyphPx: 19 })] }),
    ]);
    expect([status, problem?.fields?.[0]?.path]).toEqual([422, 'content.title']);
    expect(problem?.fields?.[0]?.message).toContain('20 m에서 읽기에는');
  });

  it('[L6] keeps what only warns, with the boards that it is about, by the worse of day and night', async () => {
    const night = on('board', { form: 'night', meanLuminance: 0.6 });
    const { value } = await submit(await create(), [on('board'), night, on('market')]);
    expect(value?.judgement?.warnings).toEqual([
      {
        ...{ rule: 'L6', field: '', screenIds: ['board'] },
        words: expect.stringContaining('밤에는 눈이 부십니다') as string,
      },
    ]);
  });

  it.each([
    ['of other words', on('board', { texts: [text({ text: '다른 글' })] }), 'content.title'],
    [
      'in another language',
      on('board', { texts: [text({ text: TITLE, language: 'en' })] }),
      'content.title',
    ],
    [
      'of a field that nobody wrote',
      on('board', { texts: [text({ text: TITLE }), text({ field: 'lines.7' })] }),
      'content.lines.7',
    ],
    ['that keeps silent about a field', on('board', { texts: [] }), 'content.title'],
    ['of a screen that does not exist', on('nowhere'), 'measured.0.screenId'],
  ])('[L13] is refused with a measurement %s', async (_what, forged, path) => {
    const { problem } = await submit(await create(), [forged]);
    expect(problem?.code).toBe('invalid');
    expect(problem?.fields?.map((field) => field.path)).toContain(path);
  });

  it('[L13] names the boards that nobody measured, and without a measurement all', async () => {
    const half = await submit(await create(), [on('board')]);
    expect(half.value?.judgement).toMatchObject({ screenIds: ['board'], unmeasured: ['market'] });
    const none = await submit(await create());
    expect(none.value?.judgement).toMatchObject({ screenIds: [], unmeasured: ['board', 'market'] });
    expect(none.value?.latest.pages).toBe(1);
  });

  it('is made anew after a rejection, and each leaves its row in the audit log', async () => {
    const submitted = await submit(await create(), [on('board', { pages: 2 })]);
    const view = submitted.value;
    if (!view) throw new Error('refused');
    const rejected = await manager.get('rejectSlide', {
      params: { slideId: view.slide.id },
      body: { version: view.slide.version, reason: '다시' },
    });
    const again = await submit(rejected, [on('board')]);
    expect(again.value?.latest).toEqual({ ...view.latest, pages: 1 });
    const admin = await controller.as('admin');
    const { entries } = await admin.get('listAudit', { query: {} });
    const rows = entries.filter(
      ({ action, subjectId }) => action === 'slide.judge' && subjectId === view.slide.id,
    );
    expect(rows.map(({ after }) => after)).toMatchObject([{ pages: 1 }, { pages: 2 }]);
  });

  it('counts as made by an approval of what nobody submitted', async () => {
    const draft = await create();
    const failing = on('board', { texts: [text({ text: TITLE, contrast: 2 })] });
    expect((await approve(draft, [failing])).problem?.fields?.[0]?.path).toBe('content.title');
    const { value } = await approve(draft, [on('board', { pages: 2 })]);
    expect(value).toMatchObject({ slide: { state: 'approved' }, latest: { pages: 2 } });
  });

  it('[L1] that a change of the board has overtaken is no longer approved', async () => {
    const { value } = await submit(await create(), [on('market')]);
    if (!value) throw new Error('refused');
    const far = aScreen({
      id: 'market',
      widthPx: 600,
      heightPx: 300,
      pitchMm: 8,
      viewingDistanceM: 190,
    });
    await controller.store.transact((records) => records.screens.put(far));
    expect((await approve(value)).problem).toMatchObject({ code: 'invalid' });
  });
});
