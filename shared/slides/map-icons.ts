/** The signs of a map, 24 units wide; they take the colour of the text around them. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { markKinds } from '../content/slide.ts';

type Icon = Exclude<(typeof markKinds)[number], 'exit'> | 'door';

const SHAPES: Readonly<Record<Icon, SVGTemplateResult>> = {
  bus: svg`<path d="M6 4h12a2 2 0 0 1 2 2v11h-1.5v2.2h-2.6V17H8.1v2.2H5.5V17H4V6a2 2 0 0 1 2-2Zm.4 2.6v5h11.2v-5H6.400Zm1 7.200a1.2 1.2 0 1 0 .01 0Zm9.2 0a1.2 1.2 0 1 0 .01 0Z" />`,
  toilet: svg`<circle cx="7" cy="5" r="2.2" /><path d="M4 8.200h6l.6 6.300H9V20H5v-5.500H3.400Z" />
    <circle cx="17" cy="5" r="2.2" /><path d="M15.2 8.200h3.600l2.4 7H19V20h-4v-4.800h-2.200Z" />
    <path d="M11.5 4h1v16h-1Z" />`,
  shop: svg`<path d="M4 4h16l1.5 5.500a2.6 2.6 0 0 1-4.8 1.2 2.7 2.7 0 0 1-4.7 0 2.7 2.7 0 0 1-4.7 0 2.6 2.6 0 0 1-4.8-1.200Z" />
    <path d="M4.5 13.400h15V20h-6v-4.500h-3V20h-6Z" />`,
  place: svg`<path d="M12 3 3 8v2h18V8Z" /><path d="M5 11.500h2.600V17H5Zm5.7 0h2.600V17h-2.600Zm5.7 0H19V17h-2.600ZM3 18.300h18V21H3Z" />`,
  door: svg`<path d="M5 4h9v16H5Zm11 5 4.5 3-4.5 3v-2h-4v-2h4Z" />`,
};

export function mapIcon(icon: Icon): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[icon]}</svg>`;
}
