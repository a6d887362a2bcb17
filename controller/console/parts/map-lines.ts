/** A map's ways in outline, to find places on. */
import { svg, type SVGTemplateResult } from 'lit';
import type { ContentOf } from '../../../shared/slides/slide-element.ts';

/** Of the viewBox, 100 by 56. */
const HEIGHT = 56;

export function mapLines(ways: ContentOf<'map'>['ways']): SVGTemplateResult {
  return svg`<svg viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${ways.map(
      ({ kind, points }) =>
        svg`<polyline
          class=${kind}
          points=${points.map(({ x, y }) => `${x * 100},${y * HEIGHT}`).join(' ')}
        />`,
    )}
  </svg>`;
}
