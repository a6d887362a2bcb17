/** Slides that stand ready beside the stage: built before their turn, thrown away when it does not come. */
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import type { Prepared, Stage } from './stage.ts';
import type { Showing } from './view.ts';

export type Readiness =
  | { readonly kind: 'building' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: unknown };

interface Candidate {
  readonly slide: ManifestSlide;
  readonly prepared: Prepared;
  readiness: Readiness;
}

export class Wings {
  readonly #stage: Pick<Stage, 'prepare'>;
  /** Called when a slide became ready or failed, never from within `want`. */
  readonly #onSettled: () => void;
  /** Called with what is being built, before another one is begun. */
  readonly #onBuilding: (slides: readonly ManifestSlide[]) => void;
  readonly #byKey = new Map<string, Candidate>();

  constructor(options: {
    readonly stage: Pick<Stage, 'prepare'>;
    readonly onSettled: () => void;
    readonly onBuilding: (slides: readonly ManifestSlide[]) => void;
  }) {
    this.#stage = options.stage;
    this.#onSettled = options.onSettled;
    this.#onBuilding = options.onBuilding;
  }

  /** What is not ready yet. */
  get building(): readonly ManifestSlide[] {
    return [...this.#byKey.values()]
      .filter(({ readiness }) => readiness.kind === 'building')
      .map(({ slide }) => slide);
  }

  /** How far `showing` is; starts building it where it is new. */
  want(showing: Showing, scene: () => Scene): Readiness {
    const known = this.#byKey.get(showing.key);
    if (known) return known.readiness;
    const candidate = this.#build(showing, scene());
    this.#byKey.set(showing.key, candidate);
    return candidate.readiness;
  }

  /** Hands over a ready slide; it is then the stage's. */
  take(showing: Showing): Prepared {
    const candidate = this.#byKey.get(showing.key);
    if (!candidate) throw new Error(`${showing.key} was never built`);
    this.#byKey.delete(showing.key);
    return candidate.prepared;
  }

  /** Throws away all but these. */
  keepOnly(showings: readonly (Showing | null)[]): void {
    const keys = new Set(showings.map((showing) => showing?.key));
    for (const [key, candidate] of this.#byKey) {
      if (keys.has(key)) continue;
      this.#byKey.delete(key);
      candidate.prepared.discard();
    }
  }

  #build(showing: Showing, scene: Scene): Candidate {
    const { slide } = showing;
    this.#onBuilding([...this.building, slide]);
    const prepared = this.#stage.prepare(showing, scene);
    const candidate: Candidate = { slide, prepared, readiness: { kind: 'building' } };
    const settle = (readiness: Readiness) => {
      candidate.readiness = readiness;
      if (this.#byKey.get(showing.key) === candidate) this.#onSettled();
    };
    prepared.ready.then(
      () => settle({ kind: 'ready' }),
      (error: unknown) => settle({ kind: 'failed', error }),
    );
    return candidate;
  }
}
