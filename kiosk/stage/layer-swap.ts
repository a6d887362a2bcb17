/**
 * Swaps layers without a dark frame: what leaves stays opaque beneath what comes, until that is opaque
 * itself. Opacity only, and never in the frame in which the layer was inserted: such a fade is not drawn.
 */
import type { Prepared, StageSwap } from '../player/stage.ts';
import { afterPaint, painted } from './after-paint.ts';
import type { PlazaLayer } from './plaza-layer.ts';

export interface Swap extends StageSwap {
  /** At full opacity, before its frame is drawn. */
  readonly onFull: () => void;
}

interface Waiting extends Prepared {
  readonly layer: PlazaLayer;
  /** Resolves once it was part of a drawn frame. */
  readonly isDrawn: Promise<void>;
}

export class LayerSwap {
  #waiting = new Map<Prepared, Waiting>();
  #layers: PlazaLayer[] = [];
  #turn = 0;
  #shown: PlazaLayer | null = null;

  /** The layer at full opacity, or the one before it while a fade runs. */
  get shown(): PlazaLayer | null {
    return this.#shown;
  }

  /** Inserts `layer` transparent into `parent`. */
  prepare(parent: HTMLElement, layer: PlazaLayer): Prepared {
    layer.style.opacity = '0';
    parent.append(layer);
    const prepared: Waiting = {
      layer,
      isDrawn: painted(),
      ready: layer.ready,
      discard: () => {
        if (this.#waiting.delete(prepared)) layer.remove();
      },
    };
    this.#waiting.set(prepared, prepared);
    return prepared;
  }

  show(prepared: Prepared, swap: Swap): void {
    const waiting = this.#waiting.get(prepared);
    if (!waiting) throw new Error('a slide was shown that was not prepared');
    this.#waiting.delete(prepared);
    this.#turn += 1;
    const { layer } = waiting;
    layer.style.zIndex = String(this.#turn);
    this.#layers.push(layer);
    layer.refresh(swap.scene);
    layer.play();
    if (swap.fadeMs <= 0 || !this.#shown) this.#finish(layer, swap);
    else void this.#fade(waiting, swap, this.#turn);
  }

  async #fade({ layer, isDrawn }: Waiting, swap: Swap, turn: number): Promise<void> {
    await isDrawn;
    if (turn !== this.#turn) return;
    const fade = layer.animate([{ opacity: 0 }, { opacity: 1 }], {
      duration: swap.fadeMs,
      fill: 'both',
    });
    await fade.finished.catch(() => undefined);
    if (turn !== this.#turn) return;
    this.#finish(layer, swap);
    fade.cancel();
  }

  #finish(layer: PlazaLayer, swap: Swap): void {
    layer.style.opacity = '1';
    this.#shown = layer;
    for (const other of this.#layers) if (other !== layer) other.remove();
    this.#layers = [layer];
    swap.onFull();
    const turn = this.#turn;
    afterPaint(() => {
      if (turn === this.#turn) swap.onPainted();
    });
  }
}
