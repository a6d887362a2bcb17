/** [L13] Whether a measurement is one of these words: who forges one must not be believed. */
import type { SlideContent } from '../content/slide.ts';
import { slideTexts } from '../content/slide-texts.ts';
import type { Measurement } from './measurement.ts';

/** Fields that a template draws into its picture or not at all: nobody can measure these. */
const UNMEASURED = /^(?:ways|marks|link)\b/;

/**
 * The fields of `content` about which `measurement` says what is not so: another text, one that nobody wrote, or
 * nothing at all. Empty for an honest one. A page may hold a part of a text.
 */
export function falseClaims(content: SlideContent, measurement: Measurement): readonly string[] {
  const written = slideTexts(content);
  const forged = measurement.texts.filter(
    ({ field, language, text }) =>
      field !== '' &&
      !written.some(
        (one) =>
          one.field === field &&
          one.language === language &&
          squeezed(one.text).includes(squeezed(text)),
      ),
  );
  const told = new Set([...measurement.texts.map(({ field }) => field), ...measurement.omitted]);
  const silent = written.filter(
    ({ field, language }) => language === 'ko' && !UNMEASURED.test(field) && !told.has(field),
  );
  return [...new Set([...forged, ...silent].map(({ field }) => field))];
}

/** Where a line is broken is the board's affair. */
function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u2060]+/g, '');
}
