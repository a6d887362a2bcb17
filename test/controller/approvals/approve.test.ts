import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../../controller/approvals/content-hash.ts';
import type { SlideContent } from '../../../shared/content/slide.ts';
import { GUILD_PICTURE } from '../../support/house-fixture.ts';
import { openReviewedHouse, type ReviewedHouse } from '../../support/reviewed-house.ts';
import { aRevision, noticeContent } from '../../support/values.ts';

let house: ReviewedHouse;
beforeAll(async () => {
  house = await openReviewedHouse();
});
afterAll(() => house.controller.stop());

const onBoard = (slideId: string) =>
  house.controller.context.manifests
    .ofScreen('board')
    ?.manifest.slides.find(({ id }) => id === slideId);

describe('contentHash', () => {
  it('[V1] does not depend on the order of keys, nor on the pages', () => {
    const revision = aRevision({ id: 'one', content: noticeContent('김장 나눔') });
    const turned = Object.fromEntries(Object.entries(revision).reverse()) as typeof revision;
    expect(contentHash(turned)).toBe(contentHash(revision));
    expect(contentHash({ ...revision, pages: 3 })).toBe(contentHash(revision));
  });

  it('[V1] is another for every other word, time and revision', () => {
    const revision = aRevision({ id: 'one', content: noticeContent('김장 나눔') });
    const hashes = [
      revision,
      { ...revision, content: noticeContent('김장  나눔') },
      { ...revision, dwellSeconds: 16 },
      { ...revision, id: 'two' },
    ].map(contentHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('an approval', () => {
  it('[V1] of something else than the newest revision is a conflict, in plain words', async () => {
    const seen = await house.submit('baker', await house.draft('baker', noticeContent('처음')));
    const edited = await house.edit('baker', seen, noticeContent('바꿔치기'));
    const swapped = { ...edited, contentHash: seen.contentHash };
    const { problem } = await house.approve('manager', swapped);
    expect(problem).toMatchObject({
      code: 'conflict',
      title: expect.stringContaining('그 사이에 내용이 바뀌었습니다') as unknown,
    });
    expect((await house.read(seen.slide.id)).slide).toEqual(edited.slide);
  });

  it('[V2] without the six points is refused, at the list', async () => {
    const view = await house.submit('baker', await house.draft('baker', noticeContent('빵')));
    const body = { version: view.slide.version, contentHash: view.contentHash };
    const params = { slideId: view.slide.id };
    const { problem } = await house.by('manager').send('approveSlide', { params, body });
    expect(problem).toMatchObject({ code: 'invalid', fields: [{ path: 'checklist' }] });
  });

  it('[V2] puts back what was withdrawn as it was without them, and nothing else', async () => {
    const view = await house.read('noodles');
    const withdrawn = await house.withdraw('manager', view);
    const params = { slideId: 'noodles' };
    const back = await house.by('manager').get('approveSlide', {
      params,
      body: { version: withdrawn.slide.version, contentHash: withdrawn.contentHash },
    });
    expect(back.slide.approvedRevisionId).toBe(view.latest.id);
    const edited = await house.edit('manager', back, noticeContent('다른 국수'));
    const gone = await house.withdraw('manager', edited);
    const body = { version: gone.slide.version, contentHash: gone.contentHash };
    const refused = await house.by('manager').send('approveSlide', { params, body });
    expect(refused.problem?.code).toBe('invalid');
  });

  it('[V3] leaves who, which revision, its hash and the list in the audit log', async () => {
    const view = await house.submit('baker', await house.draft('baker', noticeContent('떡')));
    await house.approve('manager', view);
    const [entry] = await house.audit(view.slide.id);
    expect(entry).toMatchObject({
      ...{ action: 'slide.approve', personId: 'manager', actor: 'manager' },
      after: {
        approval: {
          ...{ revisionId: view.latest.id, contentHash: contentHash(view.latest) },
          ...{ checklist: true, secondPerson: [] },
        },
      },
    });
  });

  it('[V4] is never given by a merchant, and by a manager also to themselves', async () => {
    const own = await house.draft('baker', noticeContent('내 빵'));
    expect((await house.approve('baker', own)).problem?.code).toBe('forbidden');
    const managers = await house.draft('manager', noticeContent('상인회'));
    expect((await house.approve('manager', managers)).value?.slide.state).toBe('approved');
  });

  it('[V5] of an earlier revision stays on air while its correction waits', async () => {
    const before = onBoard('bread');
    const edited = await house.edit('baker', await house.read('bread'), noticeContent('새 빵'));
    const waiting = await house.submit('baker', edited);
    expect(waiting.approved?.id).toBe('bread-r1');
    expect(onBoard('bread')).toEqual(before);
    await house.reject('manager', waiting, '가격을 적어 주십시오.');
    expect(onBoard('bread')).toEqual(before);
  });
});

describe('a second person', () => {
  let version = 1;
  const election = { from: '2000-01-01', until: '2099-12-31' };
  const rules = (twoPersonApproval: boolean, period: typeof election | null) =>
    house.by('admin').send('saveApprovalRules', {
      params: { organizationId: 'office' },
      body: { twoPersonApproval, election: period, version: version++ },
    });

  it('[V11] approves what names the head of the district in an election period', async () => {
    expect((await rules(false, election)).value).toMatchObject({ election });
    const view = await house.draft('officer', noticeContent('구청장 신년 인사'), 'office');
    const own = await house.approve('officer', view);
    expect(own.problem).toMatchObject({
      code: 'forbidden',
      title: expect.stringContaining('선거 기간') as unknown,
    });
    const second = await house.approve('second-officer', view);
    expect(second.value?.slide.state).toBe('approved');
    const [entry] = await house.audit(view.slide.id);
    expect(entry?.after).toMatchObject({ approval: { secondPerson: ['election'] } });
    const plain = await house.draft('officer', noticeContent('독감 예방접종'), 'office');
    expect((await house.approve('officer', plain)).value?.slide.state).toBe('approved');
    await rules(true, null);
  });

  it('[V12] approves what has a mobile number; a resident number nobody does', async () => {
    const view = await house.draft('manager', noticeContent('문의 010-1234-5678'));
    expect((await house.approve('manager', view)).problem).toMatchObject({
      code: 'forbidden',
      title: expect.stringContaining('휴대전화 번호') as unknown,
    });
    expect((await house.approve('guild-admin', view)).value?.slide.state).toBe('approved');
    const resident = await house.draft('manager', noticeContent('900101-1234567'));
    expect((await house.approve('guild-admin', resident)).problem?.code).toBe('invalid');
  });

  it('[V11] is set for a district only, and for a period that does not end before it begins', async () => {
    const send = (organizationId: string, period: typeof election) =>
      house.by('admin').send('saveApprovalRules', {
        params: { organizationId },
        body: {
          twoPersonApproval: false,
          election: period,
          version: organizationId === 'guild' ? 1 : version,
        },
      });
    expect((await send('guild', election)).problem?.fields?.[0]?.path).toBe('election');
    const turned = { from: election.until, until: election.from };
    expect((await send('office', turned)).problem?.fields?.[0]?.path).toBe('election.until');
  });
});

describe('a photo', () => {
  const pictured = (people?: 'none' | 'agreed' | 'not-agreed') =>
    ({
      template: 'picture',
      title: { ko: '거리' },
      picture: {
        ...{ sha256: GUILD_PICTURE, alt: { ko: '거리' }, focusX: 0.5, focusY: 0.5 },
        ...(people && { people }),
      },
    }) as SlideContent;

  it('[V15] of people who have not agreed is a draft for ever', async () => {
    const view = await house.draft('baker', pictured('not-agreed'));
    const params = { slideId: view.slide.id };
    const submitted = await house
      .by('baker')
      .send('submitSlide', { params, body: { version: view.slide.version } });
    expect(submitted.problem?.fields?.[0]?.path).toBe('content.picture.people');
    expect((await house.approve('manager', view)).problem?.code).toBe('invalid');
    const mended = await house.edit('baker', view, pictured('agreed'));
    expect((await house.submit('baker', mended)).slide.state).toBe('submitted');
  });

  it('[V15] tells boards nothing of the people on it', async () => {
    const view = await house.draft('manager', pictured('agreed'));
    await house.approve('manager', view);
    const params = { slideId: view.slide.id };
    await house.by('manager').send('showSlideNow', { params, body: { screens: 'all' } });
    const shown = onBoard(view.slide.id)?.content;
    expect(shown).toMatchObject({ picture: { sha256: GUILD_PICTURE } });
    expect(JSON.stringify(shown)).not.toContain('agreed');
  });

  it('[V15] of a film is asked for and kept from boards in the same way', async () => {
    const sha256 = 'f'.repeat(64);
    const shot = { posterSha256: GUILD_PICTURE, durationMs: 8000 };
    await house.controller.store.transact(async (records) => {
      const poster = await records.media.get(GUILD_PICTURE);
      const video = { ...shot, flashesPerSecond: 0 };
      await records.media.put({ ...poster!, sha256, mime: 'video/mp4', video });
    });
    const filmed = (people: 'agreed' | 'not-agreed'): SlideContent => ({
      ...{ template: 'video', title: { ko: '우이천' } },
      video: { ...{ sha256, ...shot, people }, alt: { ko: '우이천' } },
    });
    const view = await house.draft('manager', filmed('not-agreed'));
    expect((await house.approve('manager', view)).problem?.fields?.[0]?.path).toBe(
      'content.video.people',
    );
    await house.approve('manager', await house.edit('manager', view, filmed('agreed')));
    const params = { slideId: view.slide.id };
    await house.by('manager').send('showSlideNow', { params, body: { screens: 'all' } });
    const shown = onBoard(view.slide.id)?.content;
    expect(shown).toMatchObject({ video: { sha256 } });
    expect(JSON.stringify(shown)).not.toContain('agreed');
  });
});
