import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listUnapproved } from '../../../controller/usecases/list-unapproved.ts';
import { warnUnapproved } from '../../../controller/usecases/warn-unapproved.ts';
import { webhookSender } from '../../../controller/watch/webhook.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/mail-server.ts';
import { openReviewedHouse, type ReviewedHouse } from '../../support/reviewed-house.ts';
import { bookingFields, noticeContent } from '../../support/values.ts';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');

let house: ReviewedHouse;
let hook: WebhookReceiver;
let clock = NOON;
beforeAll(async () => {
  hook = await startWebhookReceiver();
  house = await openReviewedHouse({ now: () => clock, senders: [webhookSender(hook.url)] });
});
afterAll(async () => {
  await house.controller.stop();
  await hook.stop();
});
beforeEach(() => {
  clock = NOON;
  (hook.posts as unknown[]).length = 0;
});

const notesOf = (id: 'baker' | 'manager') => house.by(id).get('listReviewNotes');
const posted = async () => {
  await house.controller.alerts.deliver();
  return hook.posts.map(({ body }) => (body as { text: string }).text);
};
const submitted = async (title: string) =>
  house.submit('baker', await house.draft('baker', noticeContent(title)));

describe('whoever asked for a review', () => {
  it('[V20] reads what became of it until they say so, and only they', async () => {
    const view = await submitted('호두과자');
    await house.reject('manager', view, '가격을 적어 주십시오.');
    const [note, ...more] = await notesOf('baker');
    expect(more).toEqual([]);
    expect(note).toMatchObject({
      ...{ slideId: view.slide.id, outcome: 'rejected', title: '호두과자' },
      reason: '가격을 적어 주십시오.',
    });
    const params = { noteId: note!.id };
    await house.by('manager').send('dismissReviewNote', { params });
    expect(await notesOf('baker')).toEqual([note]);
    await house.by('baker').send('dismissReviewNote', { params });
    expect(await notesOf('baker')).toEqual([]);
  });

  it('[V20] reads the later word of the same slide only, and nothing of what they decided', async () => {
    const rejected = await house.reject('manager', await submitted('붕어빵'), '글씨가 작습니다.');
    const again = await house.edit('baker', rejected, noticeContent('붕어빵 3개'));
    await house.approve('manager', await house.submit('baker', again));
    expect((await notesOf('baker')).map(({ outcome }) => outcome)).toEqual(['approved']);
    await house.approve('manager', await house.draft('manager', noticeContent('상인회')));
    expect(await notesOf('manager')).toEqual([]);
  });

  it('[V21] is told by the channels of the alerts', async () => {
    await house.reject('manager', await submitted('군고구마'), '사진을 바꿔 주십시오.');
    const [text = ''] = await posted();
    expect(text).toContain('‘군고구마’: 반려되었습니다');
    expect(text).toContain('이유: 사진을 바꿔 주십시오.');
  });
});

describe('a review', () => {
  const takeBack = (id: 'manager' | 'guild-admin', slideId: string, version: number) =>
    house.by(id).send('takeBackReview', { params: { slideId }, body: { version } });

  it('[V18] is taken back by who made it: it waits again, and what was on air is on air', async () => {
    const bread = await house.read('bread');
    const edited = await house.edit('baker', bread, noticeContent('새 식빵'));
    const waiting = await house.submit('baker', edited);
    const approved = (await house.approve('manager', waiting)).value!;
    const { version } = approved.slide;
    expect((await takeBack('guild-admin', 'bread', version)).problem?.code).toBe('conflict');
    const { value } = await takeBack('manager', 'bread', version);
    expect(value?.slide).toMatchObject({ state: 'submitted', approvedRevisionId: 'bread-r1' });
    const shown = house.controller.context.manifests
      .ofScreen('board')
      ?.manifest.slides.find(({ id }) => id === 'bread');
    expect(shown?.revisionId).toBe('bread-r1');
    expect((await notesOf('baker')).some(({ slideId }) => slideId === 'bread')).toBe(false);
    expect((await takeBack('manager', 'bread', version + 1)).problem?.code).toBe('conflict');
  });

  it.each([
    { why: 'ten minutes later', after: 10 * MINUTE_MS, status: 200 },
    { why: 'after more than ten', after: 10 * MINUTE_MS + 1, status: 409 },
  ])('[V18] of a rejection is taken back $why: $status', async ({ after, status }) => {
    const rejected = await house.reject('manager', await submitted('어묵'), '이유');
    clock += after;
    const { slide } = rejected;
    expect((await takeBack('manager', slide.id, slide.version)).status).toBe(status);
  });

  it('[V18] is not taken back once anything else has happened', async () => {
    const { slide } = (await house.approve('manager', await submitted('순대'))).value!;
    const edited = await house.edit('baker', await house.read(slide.id), noticeContent('순대국'));
    const { status } = await takeBack('manager', slide.id, edited.slide.version);
    expect(status).toBe(409);
  });
});

describe('a slide that is about to start', () => {
  const book = (slideId: string, fromMinute: number) =>
    house.by('manager').get('createBooking', {
      body: bookingFields({
        ...{ slideIds: [slideId], shopId: 'bakery', name: '내일 편성' },
        ...{ fromDate: '2026-11-24', fromMinute, toMinute: fromMinute + 60 },
      }),
    });

  it('[V22] without an approval is named from 24 hours before on, and told once', async () => {
    const { slide } = await submitted('대보름 잔치');
    // Tuesday at two in the afternoon: two hours too early to be told.
    const booking = await book(slide.id, 14 * 60);
    const unapproved = () => listUnapproved(house.controller.context);
    await posted();
    (hook.posts as unknown[]).length = 0;
    expect(await unapproved()).toEqual([]);
    expect(await warnUnapproved(house.controller.context, house.controller.alerts)).toBeNull();
    clock = NOON + 2 * HOUR_MS;
    expect(await unapproved()).toEqual([
      { slideId: slide.id, bookingId: booking.id, startsAt: NOON + 26 * HOUR_MS },
    ]);
    const warn = () => warnUnapproved(house.controller.context, house.controller.alerts);
    expect(await warn()).toEqual({ slides: 1 });
    expect(await warn()).toBeNull();
    const [text = ''] = await posted();
    expect(text).toMatch(/대보름 잔치 \(내일 편성\)\n.*2026년 11월 24일\(화\) 오후 2:00부터/);
    expect(text).toMatch(/승인할 수 있는 사람: .*manager/);
    expect(text).not.toContain('baker');
    await house.approve('manager', await house.read(slide.id));
    expect(await unapproved()).toEqual([]);
  });

  it('[V22] is named while its window runs, and not 25 hours before it', async () => {
    const { slide } = await submitted('반짝 장터');
    await book(slide.id, 9 * 60);
    const names = async () =>
      (await listUnapproved(house.controller.context)).map(({ slideId }) => slideId);
    clock = Date.parse('2026-11-24T09:59:00+09:00');
    expect(await names()).toContain(slide.id);
    clock = Date.parse('2026-11-23T08:00:00+09:00');
    expect(await names()).not.toContain(slide.id);
  });
});
