import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { Context } from './context.ts';
import { viewSlides } from './slide-view.ts';

/** All slides, the ones changed last first. */
export async function listSlides(context: Context): Promise<SlideView[]> {
  const { records } = context.store;
  const slides = await records.slides.all();
  return viewSlides(
    records,
    slides.toSorted((a, b) => b.updatedAt - a.updatedAt),
  );
}
