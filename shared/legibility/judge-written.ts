/** [L3] [L9] [L10] [L12] What can be judged of a slide's words without a board. The server judges them again. */
import { linkOf, type SlideContent } from '../content/slide.ts';
import { slideTexts } from '../content/slide-texts.ts';
import type { Finding } from './finding.ts';
import { dwellFindings } from './judge-reading.ts';
import { judgeText } from './judge-text.ts';
import { letters } from './reading.ts';

/** `dwellSeconds` is for all pages together. What a template adds of its own is not counted, so the board's own measurement may say more. */
export function judgeWritten(content: SlideContent, dwellSeconds: number): readonly Finding[] {
  const texts = slideTexts(content);
  const korean = texts.filter(({ language }) => language === 'ko');
  const count = korean.reduce((sum, { text }) => sum + letters(text), 0);
  return [
    ...texts.flatMap(judgeText),
    ...dwellFindings({ count, hasQr: linkOf(content) !== null, dwellSeconds }),
  ];
}
