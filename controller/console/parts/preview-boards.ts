/** On which boards a slide is looked at while it is written. */
import type { ScreenFields } from '../../../shared/content/screen.ts';
import type { Geometry } from '../../../shared/slides/scene.ts';
import type { Desk } from '../link/desk.ts';
import { sampleGeometry, shapeNames, type Shape } from './preview-scene.ts';

export interface PreviewBoard {
  readonly name: string;
  readonly geometry: Geometry;
  /** What a scene is made for. */
  readonly shape: Shape | ScreenFields;
}

const SHAPES: readonly Shape[] = ['wide', 'tiny', 'tall'];
/** More kinds than these nobody compares at a glance. */
const MOST = 6;

/** One registered board of each size, or without any the shapes that there are. */
export function previewBoards(desk: Desk): readonly PreviewBoard[] {
  const byKind = new Map<string, PreviewBoard>();
  for (const { screen } of desk.screens.value ?? []) {
    const { widthPx, heightPx, pitchMm, viewingDistanceM, name } = screen;
    const kind = [widthPx, heightPx, pitchMm, viewingDistanceM].join();
    if (!byKind.has(kind)) byKind.set(kind, { name, geometry: screen, shape: screen });
  }
  if (byKind.size > 0) return [...byKind.values()].slice(0, MOST);
  return SHAPES.map((shape) => ({
    name: shapeNames[shape],
    geometry: sampleGeometry(shape),
    shape,
  }));
}
