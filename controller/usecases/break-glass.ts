import { needsRelease, type NewAnnouncement } from '../../shared/content/announcement.ts';
import type { ReleaseRequest } from '../../shared/content/release-request.ts';
import { Refusal } from '../../shared/problem.ts';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import type { EpochMs } from '../../shared/time.ts';
import { requireConfirmed } from '../people/confirmed.ts';
import type { SignedIn } from '../people/session.ts';
import type { Records } from '../store/store.ts';
import { refuseBadAnnouncement, requireSender } from './announcement-rules.ts';
import { change, type Change } from './change.ts';
import type { Context } from './context.ts';
import { putOnAir, tellBoards, type OnAirNow } from './put-on-air.ts';
import { auditOf, decide, proposalHash, requireOwn, requireWaiting } from './release-request.ts';
import { tellEverybody, type AlarmPost } from './tell-everybody.ts';
import { viewSent } from './view-announcement.ts';

interface House {
  readonly context: Context;
  readonly post: AlarmPost;
}

/**
 * [A10] 비상 단독 송출: an emergency at once, without a second person, by who has just signed in again and says
 * why. Everybody who runs the board is told. Throws `step-up-needed`, `conflict` for what needs no release, and
 * what sending would throw.
 */
export async function breakGlass(
  { context, post }: House,
  { person, session }: SignedIn,
  { proposal, reason }: { readonly proposal: NewAnnouncement; readonly reason: string },
): Promise<AnnouncementView> {
  const at = context.now();
  const { value } = await change(context, { person }, async (records, noted) => {
    requireConfirmed(context, session);
    if (!needsRelease(proposal))
      throw new Refusal(
        'conflict',
        '승인이 필요하지 않은 공지입니다. 단독 송출이 아니라 바로 보내실 수 있습니다.',
      );
    // Written down like one that was asked for, so that every emergency has its request.
    const request: ReleaseRequest = {
      ...{ id: context.newId(), requestedAt: at, requestedBy: person.id, lapsesAt: at },
      ...{ state: 'waiting', proposal, hash: proposalHash(proposal) },
      ...{ decidedAt: null, decidedBy: null, reason: null, announcementId: null },
    };
    return goAlone({ context, post }, { records, noted }, { person, request, reason, at });
  });
  tellBoards(context, value);
  return viewSent(context, value.announcement);
}

/** [A12] The same for a request of one's own that waits. Throws `conflict` when it does not any more. */
export async function breakGlassOnRequest(
  { context, post }: House,
  { person, session }: SignedIn,
  { requestId, reason }: { readonly requestId: string; readonly reason: string },
): Promise<AnnouncementView> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const at = context.now();
    await requireSender(records, person);
    requireConfirmed(context, session);
    const request = await requireWaiting(records, requestId, at);
    requireOwn(request, person.id);
    return goAlone({ context, post }, { records, noted }, { person, request, reason, at });
  });
  tellBoards(context, value);
  return viewSent(context, value.announcement);
}

async function goAlone(
  { context, post }: House,
  { records, noted }: { readonly records: Records; readonly noted: Change },
  parts: {
    readonly person: SignedIn['person'];
    readonly request: ReleaseRequest;
    readonly reason: string;
    readonly at: EpochMs;
  },
): Promise<OnAirNow> {
  const { person, request, reason, at } = parts;
  const { id: organizationId } = await requireSender(records, person);
  const { proposal } = request;
  await refuseBadAnnouncement(records, proposal, at);
  const evidence = { ...auditOf(request), reason };
  const onAir = await putOnAir(
    context,
    { records, noted },
    {
      ...{ proposal, organizationId, sentBy: person.id, at },
      audit: { action: 'announcement.break-glass', evidence },
    },
  );
  const { announcement } = onAir;
  await decide({ records, noted }, request, {
    ...{ state: 'break-glass', decidedAt: at, decidedBy: person.id, reason },
    announcementId: announcement.id,
  });
  await tellEverybody(
    { context, post },
    { records, noted },
    { kind: 'break-glass', person, announcement, reason },
  );
  return onAir;
}
