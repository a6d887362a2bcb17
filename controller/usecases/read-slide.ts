import type { SlideRevision } from '../../shared/content/slide.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { viewSlide } from './slide-view.ts';

/** One slide with all its revisions, oldest first. */
export async function readSlide(
  context: Context,
  slideId: string,
): Promise<SlideView & { revisions: SlideRevision[] }> {
  const { records } = context.store;
  const slide = await findOrRefuse(records.slides, slideId, '슬라이드를');
  const revisions = [...(await records.revisions.ofSlide(slideId))];
  return { ...(await viewSlide(records, slide)), revisions };
}
