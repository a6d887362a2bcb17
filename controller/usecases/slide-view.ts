import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import type { Judgement } from '../../shared/legibility/judgement.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { contentHash } from '../approvals/content-hash.ts';
import type { Records } from '../store/store.ts';

/** Each slide with its latest revision and, where that differs, the one on air; in the order given. */
export async function viewSlides(records: Records, slides: readonly Slide[]): Promise<SlideView[]> {
  const ids = slides.flatMap(({ latestRevisionId, approvedRevisionId }) =>
    approvedRevisionId === null ? [latestRevisionId] : [latestRevisionId, approvedRevisionId],
  );
  const revisions = await records.revisions.some([...new Set(ids)]);
  const revisionById = new Map(revisions.map((revision) => [revision.id, revision]));
  const judgements = await records.submissions.some(slides.map((slide) => slide.latestRevisionId));
  const judgementOf = new Map(judgements.map((judgement) => [judgement.revisionId, judgement]));
  return slides.map((slide) => {
    const latest = existing(revisionById, slide.latestRevisionId);
    return {
      ...withJudgement(judgementOf.get(latest.id)),
      slide,
      latest,
      contentHash: contentHash(latest),
      approved:
        slide.approvedRevisionId === null || slide.approvedRevisionId === latest.id
          ? null
          : existing(revisionById, slide.approvedRevisionId),
    };
  });
}

function withJudgement(judgement: Judgement | undefined): Pick<SlideView, 'judgement'> {
  return judgement ? { judgement } : {};
}

/** One slide's view. */
export async function viewSlide(records: Records, slide: Slide): Promise<SlideView> {
  const [view] = await viewSlides(records, [slide]);
  if (!view) throw new Error(`no view of slide ${slide.id}`);
  return view;
}

function existing(revisionById: ReadonlyMap<string, SlideRevision>, id: string): SlideRevision {
  const revision = revisionById.get(id);
  if (!revision) throw new Error(`slide revision ${id} is missing`);
  return revision;
}
