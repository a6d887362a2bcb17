/** What the board holds, and how each word from the controller changes it. Values in, values out. */
import type { Announcement } from '../../shared/content/announcement.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { BoardDocument } from '../../shared/protocol/http/screens.ts';
import type { Manifest, ManifestPatch } from '../../shared/protocol/manifest.ts';
import { manifestHash } from '../../shared/protocol/manifest-hash.ts';
import { applyPatch } from '../../shared/schedule/apply-patch.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { KeptManifest } from '../cache/kept-manifest.ts';
import { Plans } from './plans.ts';

interface HeldManifest {
  readonly manifest: Manifest;
  readonly hash: string;
  readonly plans: Plans;
}

export interface Held {
  readonly plan: HeldManifest | null;
  readonly screen: Screen | null;
  readonly announcements: readonly Announcement[];
  /** All changes of announcements up to this one are in. */
  readonly announcementSeq: number;
  /** Dark by an operator until then; null is not blanked. */
  readonly blankUntil: EpochMs | null;
}

export const nothingHeld: Held = {
  plan: null,
  screen: null,
  announcements: [],
  announcementSeq: 0,
  blankUntil: null,
};

/** A patch fits, is old news, or shows a gap that only a pull can mend. */
export type PatchOutcome =
  | { readonly kind: 'applied'; readonly held: Held }
  | { readonly kind: 'known' }
  | { readonly kind: 'gap' };

/** Applies `patch` if it continues exactly what is held and ends in the hash that it names. */
export function receivePatch(held: Held, patch: ManifestPatch): PatchOutcome {
  const { plan } = held;
  if (plan?.manifest.id !== patch.manifestId) return { kind: 'gap' };
  if (patch.to <= plan.manifest.revision) return { kind: 'known' };
  if (patch.from !== plan.manifest.revision) return { kind: 'gap' };
  const manifest = applyPatch(plan.manifest, patch);
  if (!manifest) return { kind: 'gap' };
  const plans = patch.replan ? plan.plans.replanned(manifest) : plan.plans.withTexts(manifest);
  return { kind: 'applied', held: { ...held, plan: { manifest, hash: patch.hash, plans } } };
}

/**
 * Takes in a pulled manifest; null when it is not newer than the held one, or is not what its hash says.
 * A manifest of another group is always news: the screen was moved.
 */
export function receiveManifest(
  held: Held,
  pulled: { readonly manifest: Manifest; readonly hash: string },
): Held | null {
  const { manifest, hash } = pulled;
  const known = held.plan;
  if (known?.manifest.id === manifest.id) {
    if (manifest.revision < known.manifest.revision) return null;
    if (manifest.revision === known.manifest.revision && hash === known.hash) return null;
  }
  if (manifestHash(manifest) !== hash) return null;
  return { ...held, plan: { manifest, hash, plans: new Plans(manifest) } };
}

/** What a page before this one took in and planned, so far as it is kept. */
export function restoreManifest({ pulled, day }: KeptManifest): Held {
  if (!day) return receiveManifest(nothingHeld, pulled) ?? nothingHeld;
  const plans = new Plans(pulled.manifest, new Map([[day.date, day.slots]]));
  return { ...nothingHeld, plan: { ...pulled, plans } };
}

/** Takes in the board's own document, whole. An older one of the same screen changes nothing. */
export function receiveBoard(held: Held, document: BoardDocument): Held {
  const { screen, announcements, announcementSeq } = document;
  const own = { screen, blankUntil: screen.blankUntil };
  if (held.screen?.id !== screen.id) return { ...held, ...own, announcements, announcementSeq };
  if (screen.version < held.screen.version) return held;
  if (announcementSeq < held.announcementSeq) return { ...held, ...own };
  return { ...held, ...own, announcements, announcementSeq };
}

/** Takes in one announcement's change; `isGap` when changes before it are missing. Doubles are harmless. */
export function receiveAnnouncement(
  held: Held,
  announcement: Announcement,
): { readonly held: Held; readonly isGap: boolean } {
  const known = held.announcements.find((other) => other.id === announcement.id);
  const isGap = announcement.seq > held.announcementSeq + 1;
  if (known && known.seq >= announcement.seq) return { held, isGap: false };
  const announcementSeq = isGap
    ? held.announcementSeq
    : Math.max(held.announcementSeq, announcement.seq);
  // A board that does not know yet which screen it is shows only what is for all.
  if (!includesScreen(announcement.screens, held.screen?.id ?? '')) {
    return { held: { ...held, announcementSeq }, isGap };
  }
  const others = held.announcements.filter((other) => other.id !== announcement.id);
  return { held: { ...held, announcements: [...others, announcement], announcementSeq }, isGap };
}
