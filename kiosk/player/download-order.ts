import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';
import { boardFilesOf, type BoardSize } from './board-files.ts';
import type { Held } from './held.ts';

/**
 * The hashes of all files that the board needs, each once, the most urgent first: of what was announced, then
 * of what plays next by the plan, then of the rest.
 */
export function downloadOrder(
  { plan, announcements }: Pick<Held, 'plan' | 'announcements'>,
  at: EpochMs,
  size: BoardSize,
): readonly string[] {
  if (!plan) return [];
  const slideById = new Map(plan.manifest.slides.map((slide) => [slide.id, slide]));
  const inOrder = new Set<ManifestSlide | undefined>();
  for (const { slideId } of announcements) inOrder.add(slideById.get(slideId ?? ''));
  for (const { endMs, slideId } of plan.plans.around(at))
    if (endMs > at) inOrder.add(slideById.get(slideId));
  for (const slide of plan.manifest.slides) inOrder.add(slide);
  const files = [...inOrder].flatMap((slide) => (slide ? boardFilesOf(slide, size) : []));
  return [...new Set(files)];
}
