/** [V20] [V21] Whoever asked for a review is told what became of it. */
import type { Person } from '../../shared/content/person.ts';
import { titleOf, type Slide, type SlideRevision } from '../../shared/content/slide.ts';
import type { Context } from '../usecases/context.ts';
import type { InMove } from '../usecases/move-slide.ts';
import type { Alerts } from '../watch/alerts.ts';

export interface ReviewHouse {
  readonly context: Context;
  readonly alerts: Pick<Alerts, 'write'>;
}

export interface Reviewed {
  readonly slide: Slide;
  readonly latest: SlideRevision;
  readonly by: Person;
  /** Null where it was approved. */
  readonly reason: string | null;
}

/** In the transaction of the review. Nothing where nobody else asked, such as of what was shipped. */
export async function tellSubmitter(
  { records, at }: InMove,
  { context, alerts }: ReviewHouse,
  { slide, latest, by, reason }: Reviewed,
): Promise<void> {
  const submitter = await records.people.get(slide.submittedBy ?? latest.createdBy);
  if (!submitter || submitter.id === by.id) return;
  const outcome = reason === null ? 'approved' : 'rejected';
  const title = titleOf(latest.content);
  const note = { id: context.newId(), slideId: slide.id, at, outcome, title, reason } as const;
  await records.reviewNotes.put(submitter.id, note);
  const alert = alerts.write({ ...words(submitter, title, reason), screenIds: [] }, submitter);
  if (alert.deliveries.length > 0) await records.alerts.put(alert);
}

function words({ displayName }: Person, title: string, reason: string | null) {
  const isApproved = reason === null;
  return {
    kind: 'review' as const,
    subject: `[전자게시대] ‘${title}’: ${isApproved ? '승인되었습니다' : '반려되었습니다'}`,
    text: isApproved
      ? `${displayName} 님이 보낸 ‘${title}’ 슬라이드가 승인되었습니다. 편성된 화면에 나갑니다.`
      : `${displayName} 님이 보낸 ‘${title}’ 슬라이드를 고쳐 다시 보내 주십시오.\n이유: ${reason}`,
  };
}
