import type { SlideContent } from '../content/slide.ts';
import { boardLayout } from './board-layout.ts';
import type { Geometry } from './scene.ts';

/** Whether the frame leaves its clock out: the slide tells the time itself, or its code needs all of a tiny board. */
export function isClockless({ template }: SlideContent, geometry: Geometry): boolean {
  return template === 'clock' || (template === 'qr' && boardLayout(geometry).tiny);
}
