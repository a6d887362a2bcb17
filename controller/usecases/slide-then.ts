import type { Manifest, ManifestSlide, Slot } from '../../shared/protocol/manifest.ts';
import type { Play } from '../../shared/content/play.ts';
import { asSlide } from '../manifest/build.ts';
import type { Records } from '../store/store.ts';

/**
 * The slide of an instant in the revision that was frozen then: the play's, or without one what the manifest of
 * then had for the slot. Null where neither is known.
 */
export async function slideThen(
  records: Records,
  manifest: Manifest,
  { play, slot }: { readonly play: Play | undefined; readonly slot: Slot | undefined },
): Promise<ManifestSlide | null> {
  const slideId = play?.slideId ?? slot?.slideId;
  const planned = manifest.slides.find(({ id }) => id === slideId) ?? null;
  if (!play || play.revisionId === planned?.revisionId) return planned;
  const slide = await records.slides.get(play.slideId);
  const revision = await records.revisions.get(play.revisionId);
  return slide && revision ? asSlide(slide, revision, { shortUrl: planned?.shortUrl }) : planned;
}
