import { randomInt } from 'node:crypto';
import { READABLE_LETTERS } from '../../shared/content/short-link.ts';

/** A random code that people read from a board, five bits a letter. */
export function readableCode(length: number): string {
  const letter = () => READABLE_LETTERS[randomInt(READABLE_LETTERS.length)] ?? '';
  return Array.from({ length }, letter).join('');
}
