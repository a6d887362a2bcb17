import type { Person } from '../../shared/content/person.ts';
import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import { Refusal } from '../../shared/problem.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { contentHash } from '../approvals/content-hash.ts';
import { reviewedBy } from '../approvals/last-review.ts';
import { reasonsForSecond, refuseAuthor } from '../approvals/second-person.ts';
import { tellSubmitter, type ReviewHouse } from '../approvals/tell-submitter.ts';
import { linkApproved } from '../short-links.ts';
import type { Records } from '../store/store.ts';
import { freezeSubmission, type Frozen } from './freeze-submission.ts';
import { judgeSubmission } from './judge-submission.ts';
import { moveSlide } from './move-slide.ts';
import type { InMove, SlideMove } from './move-slide.ts';
import { refuseUnfitMedia } from './slide-media-rules.ts';
import { refuseBadSlide } from './slide-rules.ts';
import type { MeasuredRef } from './submit-slide.ts';

export interface Approval extends MeasuredRef {
  /** [V1] Of the revision that was looked at. */
  readonly contentHash: string;
  /** [V2] The six points were confirmed. */
  readonly checklist?: true | undefined;
}

/**
 * Puts the latest revision on air, out of any state; after a withdrawal this brings the slide back. Throws
 * `conflict` where something else was looked at [V1] and `invalid` without the review list [V2]. The author may
 * approve unless a second person is needed [V10]. What was submitted is judged as it was measured then, by
 * the boards of now; anything else counts as submitted by its approval.
 */
export function approveSlide(
  { context, alerts }: ReviewHouse,
  person: Person,
  { measured, contentHash: seen, checklist, ...ref }: Approval,
): Promise<SlideView> {
  const approve: SlideMove = {
    right: 'slide.approve',
    action: 'slide.approve',
    refuseUnseen: (latest) => {
      if (contentHash(latest) === seen) return;
      throw new Refusal(
        'conflict',
        '그 사이에 내용이 바뀌었습니다. 지금 내용을 다시 보고 승인해 주십시오.',
      );
    },
    step: async (slide, latest, move) => {
      const { records } = move;
      if (slide.state === 'approved' && slide.approvedRevisionId === latest.id) {
        throw new Refusal('conflict', '이미 승인되었습니다.');
      }
      const reasons = await reasonsForSecond(records, {
        slide,
        content: latest.content,
        at: move.at,
      });
      const byWhom = { authorId: latest.createdBy, approverId: person.id, at: move.at };
      await refuseAuthor(records, reasons, byWhom);
      const isChecked = checklist === true;
      if (!isChecked && !(await isPutBack(records, slide, latest))) throw unchecked();
      await refuseBadSlide(records, { ...slide, content: latest.content }, latest.content);
      await refuseUnfitMedia(records, { ...slide, content: latest.content });
      await judgeLatest(move, { slide, latest, measured });
      await tellSubmitter(move, { context, alerts }, { slide, latest, by: person, reason: null });
      const link = linkApproved(slide.shortLink, latest.content);
      return {
        ...{ state: 'approved', approvedRevisionId: latest.id, rejectionReason: null, ...link },
        ...reviewedBy(person, slide, move.at),
        evidence: {
          revisionId: latest.id,
          contentHash: seen,
          checklist: isChecked,
          secondPerson: reasons,
        },
      };
    },
  };
  return moveSlide(context, person, { ...ref, move: approve });
}

/** [V2] Off the boards as it was on them, and nobody has written since. */
async function isPutBack(records: Records, slide: Slide, latest: SlideRevision): Promise<boolean> {
  if (slide.state !== 'withdrawn') return false;
  const [newest] = await records.withdrawals.ofSlide(slide.id);
  return newest?.revisionId === latest.id;
}

function unchecked(): Refusal {
  const message = '심의 여섯 가지를 모두 확인했다고 표시한 뒤 승인해 주십시오.';
  return new Refusal('invalid', message, [{ path: 'checklist', message }]);
}

async function judgeLatest(move: InMove, { slide, latest, measured }: Frozen): Promise<void> {
  const { records, at } = move;
  const frozen = await records.submissions.measured(latest.id);
  if (frozen) await judgeSubmission(records, { slide, latest, measured: frozen, at });
  else await freezeSubmission(move, { slide, latest, measured });
}
