/** How far a slide is toned down at night, from sun, zone of light, and what is on it. */
import { nightLimit, type NightQuestion } from '../../shared/night-light.ts';
import { luminanceOf, type Shades } from './frame-luminance.ts';

/** Hundredths of black are told apart; nobody sees less. */
const STEPS = 100;

/**
 * How much black lies over the slide, 0 (as it is) to 1: the least with which the board's mean luminance is within
 * its limit.
 */
export function nightDim(question: NightQuestion, shades: Shades): number {
  const most = nightLimit(question).nits / question.screen.peakNits;
  if (luminanceOf(shades) <= most) return 0;
  let fits = STEPS;
  let exceeds = 0;
  while (fits - exceeds > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (luminanceOf(shades, 1 - middle / STEPS) <= most) fits = middle;
    else exceeds = middle;
  }
  return fits / STEPS;
}
