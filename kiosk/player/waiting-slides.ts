import type { Beat } from '../../shared/protocol/events.ts';
import type { EpochMs } from '../../shared/time.ts';
import { boardFilesOf, type BoardSize } from './board-files.ts';
import type { Held } from './held.ts';

const MAX_TOLD = 100;

/**
 * The part of a beat that names slides of the coming plan whose pictures are not on this board yet, the next
 * one first. Empty where there are none, and before the board has looked.
 */
export function waitingSlides(
  plan: Held['plan'],
  at: EpochMs,
  {
    size,
    media,
  }: { readonly size: BoardSize; readonly media: { isMissing(sha256: string): boolean } },
): Pick<Beat, 'waitingSlideIds'> {
  const waiting = (plan?.manifest.slides ?? []).filter((slide) =>
    boardFilesOf(slide, size).some((sha256) => media.isMissing(sha256)),
  );
  if (!plan || waiting.length === 0) return {};
  const ids = new Set(waiting.map(({ id }) => id));
  const coming = plan.plans
    .around(at)
    .filter(({ endMs, slideId }) => endMs > at && ids.has(slideId));
  const waitingSlideIds = [...new Set(coming.map(({ slideId }) => slideId))].slice(0, MAX_TOLD);
  return waitingSlideIds.length > 0 ? { waitingSlideIds } : {};
}
