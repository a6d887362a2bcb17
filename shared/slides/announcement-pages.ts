/** Cuts the text of an announcement into pages without changing a character. Pure. */

import type { Language } from '../content/fields.ts';

type Fits = (piece: string, page: number) => boolean;

/** An announcement's text as it is laid out: a large lead, and what follows it. */
export interface AnnouncementText {
  /** Stands in the band beside the level; null where the title itself is the lead. */
  readonly topic: string | null;
  readonly lead: string;
  readonly rest: string;
}

const TOPIC_LENGTH = 10;
const LEAD_LENGTH = 45;
/** Endings of Japanese words. */
const HELD = /^\p{Script=Hiragana}/u;
/** Brackets and quotes that belong to what follows, alone. */
const OPENING = /^[「『（《〈【“‘(]+$/u;

/**
 * A short title goes into the band and the first sentence of the body leads, because that sentence says
 * what to do. Otherwise, and in other languages than Korean, the title leads. `lead + rest` is the whole body, or the
 * title and the body.
 */
export function announcementText(
  title: string,
  body: string | null,
  language: Language = 'ko',
): AnnouncementText {
  if (body === null) return { topic: null, lead: title, rest: '' };
  const [first = ''] = sentences(body);
  const isTopic = language === 'ko' && title.length <= TOPIC_LENGTH && first.length <= LEAD_LENGTH;
  return isTopic
    ? { topic: title, lead: first, rest: body.slice(first.length) }
    : { topic: null, lead: title, rest: body };
}

/**
 * Cuts `text` into pieces for which `fits` holds, at the ends of sentences where that leaves a page at
 * least half full, else between words, else (a word longer than a page) between characters. The pieces
 * joined are `text` exactly; empty text has no piece. `fits(text, index)` is asked of a piece and its page;
 * it must hold for whatever is shorter than a text for which it holds.
 */
export function cutIntoPages(
  text: string,
  fits: Fits,
  language: Language = 'ko',
): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '') {
    const page = pieces.length;
    const piece = nextPiece(rest, (candidate) => fits(candidate, page), language);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}

/** The text cut after each sentence, spaces kept with what precedes them. */
export function sentences(text: string): readonly string[] {
  const ends = /.*?(?:[.!?]["'”’)\]]*(?:\s+|$)|[。！？]["'”’)\]」』）]*\s*)|.+$/gsu;
  return text.match(ends) ?? [];
}

/** The text cut between words: at spaces, and where a language has none, as its dictionary says. */
export function wordsOf(text: string, language: Language): readonly string[] {
  if (language !== 'zh' && language !== 'ja') return text.match(/\S+\s*|^\s+/gu) ?? [];
  const words: string[] = [];
  const dictionary = new Intl.Segmenter(language, { granularity: 'word' });
  for (const { segment, isWordLike } of dictionary.segment(text)) {
    // What closes stays with what it closes, and an ending with its word.
    const isHeld = HELD.test(segment) || (!isWordLike && !OPENING.test(segment));
    if ((isHeld && words.length > 0) || OPENING.test(words.at(-1) ?? ''))
      words.push(`${words.pop() ?? ''}${segment}`);
    else words.push(segment);
  }
  return words;
}

function nextPiece(text: string, fits: (piece: string) => boolean, language: Language): string {
  if (fits(text)) return text;
  const most = longest(wordsOf(text, language), fits);
  if (most === '') return longest(Array.from(text), fits) || (Array.from(text)[0] ?? '');
  const sentence = longest(sentences(text), (piece) => piece.length <= most.length);
  return sentence.length * 2 >= most.length ? sentence : most;
}

/** The longest run of `parts` from the first on that fits, by bisection. */
function longest(parts: readonly string[], fits: (piece: string) => boolean): string {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(parts.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return parts.slice(0, low).join('');
}
