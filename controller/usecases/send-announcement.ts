import { needsRelease, type NewAnnouncement } from '../../shared/content/announcement.ts';
import type { Person } from '../../shared/content/person.ts';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import { refuseBadAnnouncement, requireCorrectable, requireSender } from './announcement-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { putOnAir, tellBoards } from './put-on-air.ts';
import { tellEverybody, type AlarmPost } from './tell-everybody.ts';
import { viewSent } from './view-announcement.ts';

/**
 * Sends an announcement: important ones go straight to the glass, a notice joins the district's loop and is
 * shown once at once. The request's acceptance is its `sentAt`. An emergency goes only where it corrects one that
 * is on air ([A20], everybody is told); throws `conflict` for any other that is no drill: it needs a second person.
 */
export async function sendAnnouncement(
  context: Context,
  post: AlarmPost,
  { person, proposal }: { readonly person: Person; readonly proposal: NewAnnouncement },
): Promise<AnnouncementView> {
  const at = context.now();
  const { value } = await change(context, { person }, async (records, noted) => {
    const { id: organizationId } = await requireSender(records, person);
    await refuseBadAnnouncement(records, proposal, at);
    const isCorrection = needsRelease(proposal);
    if (isCorrection) {
      const before = await records.announcements.get(proposal.corrects ?? '');
      requireCorrectable(before, proposal, at);
    }
    const action = isCorrection ? 'announcement.correct' : 'announcement.send';
    const onAir = await putOnAir(
      context,
      { records, noted },
      { proposal, organizationId, sentBy: person.id, at, audit: { action } },
    );
    if (isCorrection)
      await tellEverybody(
        { context, post },
        { records, noted },
        { kind: 'correction', person, announcement: onAir.announcement, reason: null },
      );
    return onAir;
  });
  tellBoards(context, value);
  return viewSent(context, value.announcement);
}
