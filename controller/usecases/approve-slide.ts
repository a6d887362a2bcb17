import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { Context } from './context.ts';
import { freezeSubmission, type Frozen } from './freeze-submission.ts';
import { judgeSubmission } from './judge-submission.ts';
import { moveSlide } from './move-slide.ts';
import type { InMove, SlideMove } from './move-slide.ts';
import { linkApproved } from '../short-links.ts';
import { refuseUnfitMedia } from './slide-media-rules.ts';
import { refuseBadSlide } from './slide-rules.ts';
import type { MeasuredRef } from './submit-slide.ts';

/**
 * Puts the latest revision on air, out of any state; after a withdrawal this brings the slide back. The
 * author may approve unless the organization demands two people. What was submitted is judged as it was measured
 * then, by the boards of now; anything else counts as submitted by its approval.
 */
export function approveSlide(
  context: Context,
  person: Person,
  { measured, ...ref }: MeasuredRef,
): Promise<SlideView> {
  const approve: SlideMove = {
    right: 'slide.approve',
    action: 'slide.approve',
    step: async (slide, latest, move) => {
      const { records } = move;
      if (slide.state === 'approved' && slide.approvedRevisionId === latest.id) {
        throw new Refusal('conflict', '이미 승인되었습니다.');
      }
      const organization = await records.organizations.get(slide.organizationId);
      if (organization?.twoPersonApproval && latest.createdBy === person.id) {
        throw new Refusal(
          'forbidden',
          '이 운영 주체는 두 사람이 확인합니다. 다른 담당자에게 승인을 요청해 주십시오.',
        );
      }
      await refuseBadSlide(records, { ...slide, content: latest.content }, latest.content);
      await refuseUnfitMedia(records, { ...slide, content: latest.content });
      await judgeLatest(move, { slide, latest, measured });
      const link = linkApproved(slide.shortLink, latest.content);
      return { state: 'approved', approvedRevisionId: latest.id, rejectionReason: null, ...link };
    },
  };
  return moveSlide(context, person, { ...ref, move: approve });
}

async function judgeLatest(move: InMove, { slide, latest, measured }: Frozen): Promise<void> {
  const { records, at } = move;
  const frozen = await records.submissions.measured(latest.id);
  if (frozen) await judgeSubmission(records, { slide, latest, measured: frozen, at });
  else await freezeSubmission(move, { slide, latest, measured });
}
