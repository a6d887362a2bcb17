/** A stage without a page: what was asked of it, in order, and slides that are ready when the test says. */
import type { Prepared, Stage, StageSwap } from '../../../kiosk/player/stage.ts';
import type { Cover, Showing } from '../../../kiosk/player/view.ts';

export interface Shown {
  readonly slideId: string;
  readonly fadeMs: number;
}

export class FakeStage implements Stage {
  readonly prepared: string[] = [];
  readonly discarded: string[] = [];
  readonly shown: Shown[] = [];
  readonly covers: (string | null)[] = [];
  readonly darks: ('blank' | 'off' | null)[] = [];
  tickers: (string | null)[] = [];
  /** Slides that never become ready, and slides that fail. */
  readonly stuck = new Set<string>();
  readonly broken = new Map<string, Error>();
  readonly #slideOf = new Map<Prepared, string>();

  get onGlass(): string | undefined {
    return this.shown.at(-1)?.slideId;
  }

  prepare(showing: Showing): Prepared {
    const { id } = showing.slide;
    this.prepared.push(id);
    const prepared: Prepared = {
      ready: this.#readyOf(id),
      discard: () => this.discarded.push(id),
    };
    this.#slideOf.set(prepared, id);
    return prepared;
  }

  show(prepared: Prepared, { fadeMs, onPainted }: StageSwap): void {
    this.shown.push({ slideId: this.#slideOf.get(prepared) ?? 'unknown', fadeMs });
    queueMicrotask(onPainted);
  }

  cover(cover: Cover | null, _scene: unknown, onPainted: () => void): void {
    this.covers.push(cover && `${cover.layer}/${cover.announcement.id}`);
    queueMicrotask(onPainted);
  }

  darken(reason: 'blank' | 'off' | null, onPainted: () => void): void {
    this.darks.push(reason);
    queueMicrotask(onPainted);
  }

  tick(announcement: { readonly id: string } | null): void {
    this.tickers.push(announcement?.id ?? null);
  }

  refresh(): void {
    // Only clocks change.
  }

  #readyOf(id: string): Promise<void> {
    const error = this.broken.get(id);
    if (error) return Promise.reject(error);
    return this.stuck.has(id) ? new Promise(() => undefined) : Promise.resolve();
  }
}
