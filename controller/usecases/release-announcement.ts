import type { Person } from '../../shared/content/person.ts';
import type { ReleaseRequest } from '../../shared/content/release-request.ts';
import { Refusal } from '../../shared/problem.ts';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import type { EpochMs } from '../../shared/time.ts';
import { isSameHand, oneHandWords } from '../people/same-hand.ts';
import type { Records } from '../store/store.ts';
import { refuseBadAnnouncement, requireSender } from './announcement-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { putOnAir, tellBoards } from './put-on-air.ts';
import { auditOf, decide, proposalHash, requireWaiting } from './release-request.ts';
import { viewSent } from './view-announcement.ts';

/**
 * [A3] A second person lets an emergency out: exactly the words whose `hash` they say they read. Throws
 * `forbidden` for who asked for it or is in one hand with them, and `conflict` when it waits no longer, when other words were read, or when
 * who asked may not send any more.
 */
export async function releaseAnnouncement(
  context: Context,
  person: Person,
  { requestId, hash }: { readonly requestId: string; readonly hash: string },
): Promise<AnnouncementView> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const at = context.now();
    const { id: organizationId } = await requireSender(records, person);
    const request = await requireWaiting(records, requestId, at);
    await refuseOwn(records, request, { person, at });
    refuseOtherWords(request, hash);
    await requireAuthor(records, request);
    const { proposal, requestedBy } = request;
    await refuseBadAnnouncement(records, proposal, at);
    const evidence = { ...auditOf(request), releasedBy: person.id };
    const onAir = await putOnAir(
      context,
      { records, noted },
      {
        ...{ proposal, organizationId, sentBy: requestedBy, at },
        audit: { action: 'announcement.release', evidence },
      },
    );
    const announcementId = onAir.announcement.id;
    await decide({ records, noted }, request, {
      ...{ state: 'released', decidedAt: at, decidedBy: person.id, announcementId },
    });
    return onAir;
  });
  tellBoards(context, value);
  return viewSent(context, value.announcement);
}

/** [A8] Nor by another account in the same hand. */
async function refuseOwn(
  records: Records,
  { requestedBy }: ReleaseRequest,
  { person, at }: { readonly person: Person; readonly at: EpochMs },
): Promise<void> {
  const alone = '승인할 사람이 없으면 비상 단독 송출을 쓰십시오.';
  if (requestedBy === person.id)
    throw new Refusal('forbidden', `직접 요청한 송출은 다른 사람이 승인해야 합니다. ${alone}`);
  if (await isSameHand(records, [requestedBy, person.id], at))
    throw new Refusal(
      'forbidden',
      `긴급 송출은 두 사람이 확인합니다. ${oneHandWords} 다른 담당자에게 승인을 요청해 주십시오. ${alone}`,
    );
}

/** [A4] What was read, what was written down, and what goes on air are one. */
function refuseOtherWords({ hash: frozen, proposal }: ReleaseRequest, hash: string): void {
  if (hash === frozen && proposalHash(proposal) === frozen) return;
  throw new Refusal(
    'conflict',
    '읽으신 내용과 요청된 내용이 다릅니다. 화면을 새로 고쳐 다시 읽고 승인해 주십시오.',
  );
}

async function requireAuthor(records: Records, { requestedBy }: ReleaseRequest): Promise<void> {
  const author = await records.people.get(requestedBy);
  const mayStill = author && (await requireSender(records, author).catch(() => undefined));
  if (mayStill) return;
  throw new Refusal(
    'conflict',
    '요청한 사람에게 더는 권한이 없습니다. 필요하면 새로 요청해 주십시오.',
  );
}
