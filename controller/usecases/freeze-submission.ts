import type { Measured } from '../../shared/legibility/judgement.ts';
import { judgeSubmission, type Submission } from './judge-submission.ts';
import type { InMove } from './move-slide.ts';

export type Frozen = Omit<Submission, 'measured' | 'at'> & {
  /** Absent where nobody measured: then the words alone are judged. */
  readonly measured: readonly Measured[] | undefined;
};

/**
 * Judges the latest revision and freezes what was measured, the verdict and the number of pages with it. Throws
 * `invalid` where a rule fails. Each submission has its audit row; a revision that was on air keeps its pages.
 */
export async function freezeSubmission(
  { records, noted, at }: InMove,
  { slide, latest, measured = [] }: Frozen,
): Promise<void> {
  const judgement = await judgeSubmission(records, { slide, latest, measured, at });
  await records.submissions.put(judgement, measured);
  if (measured.length > 0) await records.revisions.setPages(latest.id, judgement.pages);
  noted.record({ action: 'slide.judge', subjectId: slide.id, before: null, after: judgement });
}
