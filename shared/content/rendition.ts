/** One picture at several sizes, so that a small board need not fetch and shrink the large one. */
import * as z from 'zod/mini';
import { sha256Schema } from './fields.ts';

/** A stored copy of a picture, WebP. */
export const renditionSchema = z.strictObject({
  sha256: sha256Schema,
  widthPx: z.int(),
  heightPx: z.int(),
});
export type Rendition = z.infer<typeof renditionSchema>;

/**
 * The smallest of `renditions` that covers a box of this size without being enlarged, when the picture is drawn
 * `zoom` times closer (1 and more); else the largest. Undefined for an empty list. In any order.
 */
export function renditionFor(
  renditions: readonly Rendition[],
  box: { readonly widthPx: number; readonly heightPx: number },
  zoom: number,
): Rendition | undefined {
  const bySize = renditions.toSorted((a, b) => a.widthPx * a.heightPx - b.widthPx * b.heightPx);
  const covers = ({ widthPx, heightPx }: Rendition) =>
    widthPx >= box.widthPx * zoom && heightPx >= box.heightPx * zoom;
  return bySize.find(covers) ?? bySize.at(-1);
}
