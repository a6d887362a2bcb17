import { needsRelease, type NewAnnouncement } from '../../shared/content/announcement.ts';
import type { Person } from '../../shared/content/person.ts';
import { RELEASE_MS, type ReleaseRequest } from '../../shared/content/release-request.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ReleaseView } from '../../shared/protocol/http/alarms.ts';
import { refuseBadAnnouncement, requireSender } from './announcement-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { auditOf, proposalHash, viewRelease } from './release-request.ts';
import { screenIdsOf } from './show-slide-now.ts';
import { tellOfRequest, type AlarmPost } from './tell-everybody.ts';

/**
 * [A1] Freezes an emergency and asks for a second person's release; nothing goes on air. Throws `conflict` for
 * what needs no release, and what sending would throw.
 */
export async function requestRelease(
  context: Context,
  post: AlarmPost,
  { person, proposal }: { readonly person: Person; readonly proposal: NewAnnouncement },
): Promise<ReleaseView> {
  const at = context.now();
  const { value } = await change(context, { person }, async (records, noted) => {
    await requireSender(records, person);
    if (!needsRelease(proposal))
      throw new Refusal(
        'conflict',
        '승인이 필요하지 않은 공지입니다. 요청하지 않고 바로 보내실 수 있습니다.',
      );
    await refuseBadAnnouncement(records, proposal, at);
    screenIdsOf(context, proposal.screens);
    await requireCorrected(proposal, (id) => records.announcements.get(id));
    const request: ReleaseRequest = {
      ...{ id: context.newId(), requestedAt: at, requestedBy: person.id },
      ...{ lapsesAt: Math.min(at + RELEASE_MS, proposal.expiresAt), state: 'waiting' },
      ...{ proposal, hash: proposalHash(proposal) },
      ...{ decidedAt: null, decidedBy: null, reason: null, announcementId: null },
    };
    await records.alarms.putRequest(request);
    noted.touch('announcements');
    noted.record({
      action: 'announcement.request',
      subjectId: request.id,
      before: null,
      after: { ...auditOf(request), proposal },
    });
    await tellOfRequest({ context, post }, { records, noted }, { person, request });
    return viewRelease(records, request);
  });
  return value;
}

async function requireCorrected(
  { corrects }: NewAnnouncement,
  find: (id: string) => Promise<unknown>,
): Promise<void> {
  if (corrects === null || (await find(corrects)) !== undefined) return;
  throw new Refusal('invalid', '정정할 공지가 없습니다. 목록을 새로 고쳐 주십시오.', [
    { path: 'corrects', message: '정정할 공지가 없습니다.' },
  ]);
}
