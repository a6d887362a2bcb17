/** Slides that took the page with them: who was at risk when it died, kept where it survives the page. */
import * as z from 'zod/mini';
import { idSchema } from '../../shared/content/fields.ts';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';

const revisionSchema = z.strictObject({ slideId: idSchema, revisionId: idSchema });
/** What a page leaves behind for the next one. */
export const suspectNotesSchema = z.strictObject({
  /** The page that wrote this. */
  page: z.string(),
  /** Whether somebody would have noted that it stood still. */
  isWatched: z.boolean(),
  atRisk: z.array(revisionSchema),
  deaths: z.array(z.strictObject({ ...revisionSchema.shape, count: z.int() })),
});
export type SuspectNotes = z.infer<typeof suspectNotesSchema>;
type Revision = z.infer<typeof revisionSchema>;
type Slide = Pick<ManifestSlide, 'id' | 'revisionId'>;

export interface SuspectsOptions {
  /** Of this page; any text that no other page has. */
  readonly page: string;
  readonly remembered: SuspectNotes | null;
  /** Whether that page died by itself: it crashed, or stood still until it was killed. */
  readonly hasDied: (page: string) => boolean;
  /** Keeps the notes; called before anything is done that may take the page with it. */
  readonly save: (notes: SuspectNotes) => void;
}

/** Once may be chance. */
const DEATHS = 2;

export class Suspects {
  readonly #options: SuspectsOptions;
  #isWatched = false;
  #atRisk: readonly Revision[] = [];
  #deaths: SuspectNotes['deaths'];

  constructor(options: SuspectsOptions) {
    this.#options = options;
    const { remembered, hasDied } = options;
    this.#deaths = remembered?.deaths ?? [];
    // A page that was so young that nobody watched it yet gets no benefit of the doubt.
    if (!remembered || (remembered.isWatched && !hasDied(remembered.page))) return;
    for (const revision of remembered.atRisk) this.#count(revision);
    this.#save();
  }

  /** Slides, by their revisions, that are to be left out. */
  get condemned(): readonly Slide[] {
    return this.#deaths
      .filter(({ count }) => count >= DEATHS)
      .map(({ slideId, revisionId }) => ({ id: slideId, revisionId }));
  }

  /** From now on somebody notes when the page stands still. */
  watched(): void {
    this.#isWatched = true;
    this.#save();
  }

  /** What is about to be built, or else what is on the glass: whoever is named is blamed for a death from now on. */
  watch(building: readonly Slide[], shown: Slide | null): void {
    const slides = building.length > 0 || !shown ? building : [shown];
    const atRisk = slides.map(({ id, revisionId }) => ({ slideId: id, revisionId }));
    const isSame =
      atRisk.length === this.#atRisk.length &&
      atRisk.every((one, index) => isSameRevision(one, this.#atRisk[index]));
    if (isSame) return;
    this.#atRisk = atRisk;
    this.#save();
  }

  /** A turn of this slide is over, and the page lives. */
  endedWell({ id, revisionId }: Slide): void {
    const others = this.#deaths.filter(
      (death) => !isSameRevision(death, { slideId: id, revisionId }),
    );
    if (others.length === this.#deaths.length) return;
    this.#deaths = others;
    this.#save();
  }

  /** Forgets what is no longer in the manifest. */
  retain(slides: readonly Slide[]): void {
    const known = new Set(slides.map(({ revisionId }) => revisionId));
    const kept = this.#deaths.filter(({ revisionId }) => known.has(revisionId));
    if (kept.length === this.#deaths.length) return;
    this.#deaths = kept;
    this.#save();
  }

  #count(revision: Revision): void {
    const known = this.#deaths.find((death) => isSameRevision(death, revision));
    const others = this.#deaths.filter((death) => death !== known);
    this.#deaths = [...others, { ...revision, count: (known?.count ?? 0) + 1 }];
  }

  #save(): void {
    const { page, save } = this.#options;
    const [isWatched, atRisk, deaths] = [this.#isWatched, [...this.#atRisk], this.#deaths];
    save({ page, isWatched, atRisk, deaths });
  }
}

function isSameRevision(a: Revision, b: Revision | undefined): boolean {
  return a.slideId === b?.slideId && a.revisionId === b.revisionId;
}
