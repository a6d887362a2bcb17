/** Says in attributes of the board what is painted on it, for whoever looks from outside. */
import type { Cover, Showing } from '../player/view.ts';
import { isBuiltIn } from '../player/built-in-slide.ts';

export interface OnGlass {
  readonly showing: Showing | null;
  readonly cover: Cover | null;
  readonly dark: 'blank' | 'off' | null;
  /** How much black lies over the slide, 0 to 1. */
  readonly dim: number;
}

/**
 * Sets `data-layer`, `data-slide-id`, `data-revision-id`, `data-announcement-id`, `data-slot-start`,
 * `data-slot-end` and, where the slide is toned down, `data-dim`.
 */
export function describeGlass(board: HTMLElement, { showing, cover, dark, dim }: OnGlass): void {
  const layer = cover?.layer ?? dark ?? showing?.layer ?? null;
  const seen = cover || dark || !showing || isBuiltIn(showing) ? null : showing;
  const attributes = {
    'data-layer': layer,
    'data-slide-id': seen?.slide.id ?? null,
    'data-revision-id': seen?.slide.revisionId ?? null,
    'data-slot-start': seen?.slot ? String(seen.slot.startMs) : null,
    'data-slot-end': seen?.slot ? String(seen.slot.endMs) : null,
    'data-dim': seen && dim > 0 ? String(dim) : null,
    'data-announcement-id': cover?.announcement.id ?? null,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) board.removeAttribute(name);
    else board.setAttribute(name, value);
  }
}
