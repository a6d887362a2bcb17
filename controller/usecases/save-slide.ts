import type { Person } from '../../shared/content/person.ts';
import type { SlideContent, SlideRevision } from '../../shared/content/slide.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';
import { linkWritten } from '../short-links.ts';
import { moved, refuseBadSlide } from './slide-rules.ts';
import { viewSlide } from './slide-view.ts';

export interface SlideEdit {
  readonly slideId: string;
  readonly content: SlideContent;
  readonly dwellSeconds: number;
  /** The version that was edited. */
  readonly version: number;
}

/**
 * Writes the next revision, as a draft. What was approved stays on air until the new one is approved, also
 * when the author may approve; a withdrawn slide stays off.
 */
export async function saveSlide(
  context: Context,
  person: Person,
  { slideId, content, dwellSeconds, version }: SlideEdit,
): Promise<SlideView> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.slides, slideId, '슬라이드를');
    requireRight(person, 'slide.write', before);
    refuseStale(before.version, version);
    const now = context.now();
    const last = await findOrRefuse(records.revisions, before.latestRevisionId, '판을');
    await refuseBadSlide(records, { ...before, content }, last.content);
    const latest: SlideRevision = {
      id: context.newId(),
      slideId,
      number: last.number + 1,
      content,
      dwellSeconds,
      pages: 1,
      createdAt: now,
      createdBy: person.id,
    };
    const link = await linkWritten(records, before, content);
    const slide = moved(
      before,
      { state: 'draft', latestRevisionId: latest.id, rejectionReason: null, ...link },
      now,
    );
    await records.revisions.add(latest);
    await records.slides.put(slide);
    noted.touch('slides');
    noted.record({ action: 'slide.save', subjectId: slideId, before: last, after: latest });
    return viewSlide(records, slide);
  });
  return value;
}
