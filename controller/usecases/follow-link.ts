import { shortCodeFrom } from '../../shared/content/short-link.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Context } from './context.ts';

/** Where a short link leads, or, where `to` is null, what can be said instead. */
export type Followed =
  | { readonly to: string }
  | {
      readonly to: null;
      /** The slide's link is not approved yet. */
      readonly isComing: boolean;
      /** Where the board stands, such as `창동역 1번 출구 광장`. */
      readonly place: string;
    };

const PLACE = '창동역 1번 출구 광장';

/**
 * Follows the short link of the code that was `typed`. A person (not a preview, nor a check of whether the link
 * works) counts as one scan of the slide on the house's date, and nothing else is kept of them.
 */
export async function followLink(
  { store, now }: Context,
  typed: string,
  isPerson: boolean,
): Promise<Followed> {
  const code = shortCodeFrom(typed);
  const slide = code === undefined ? undefined : await store.records.slides.byShortCode(code);
  const screens = await store.records.screens.all();
  const to = slide?.shortLink?.url ?? null;
  if (!slide || to === null)
    return { to: null, isComing: slide !== undefined, place: screens[0]?.place.ko ?? PLACE };
  if (isPerson) {
    const date = dateInZone(zoneOf(screens), now());
    await store.transact((records) => records.scans.add(slide.id, date));
  }
  return { to };
}
