import type { Glass } from '../../shared/protocol/events.ts';
import type { EpochMs } from '../../shared/time.ts';
import { isBuiltIn } from './built-in-slide.ts';
import type { Showing, View } from './view.ts';

/** What is painted, in the words of the protocol. `shown` is the slide on the glass, or beneath. */
export function glassOf(view: View, shown: Showing | null, paintedAt: EpochMs): Glass {
  const isSlide = view.layer === 'slot' || view.layer === 'house';
  const seen = isSlide && shown && !isBuiltIn(shown) ? shown : null;
  return {
    layer: isSlide ? (shown?.layer ?? 'house') : view.layer,
    slideId: seen?.slide.id ?? null,
    revisionId: seen?.slide.revisionId ?? null,
    bookingId: seen?.standsFor ? null : (seen?.slot?.bookingId ?? null),
    slotStartMs: seen?.slot?.startMs ?? null,
    slotEndMs: seen?.slot?.endMs ?? null,
    ...(seen && seen.language !== 'ko' ? { language: seen.language } : {}),
    announcementId: view.cover?.announcement.id ?? null,
    paintedAt,
  };
}
