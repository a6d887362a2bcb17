/** The shapes that mark an hour, told apart without their colours. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Mark } from './day-words.ts';

/** Drawn in a box of 12 by 12, in the colour of the text around it. */
export const markIcons: Readonly<Record<Mark, SVGTemplateResult>> = {
  short: svg`<path d="M6 1.2 11.4 11H.6z" fill="currentcolor" stroke="none"/>
    <path d="M6 4.6v3M6 9.2v.1" stroke="var(--card)" stroke-width="1.5"/>`,
  exclusive: svg`<path
    d="m6 .8 1.6 3.4 3.7.5-2.7 2.6.7 3.7L6 9.2 2.7 11l.7-3.7L.7 4.7l3.7-.5z"
    fill="currentcolor" stroke="none"/>`,
  full: svg`<rect x="1.2" y="1.2" width="9.6" height="9.6" rx="2.4" fill="currentcolor" stroke="none"/>`,
  idle: svg`<circle cx="6" cy="6" r="4.2" stroke-width="1.8"/>`,
};
