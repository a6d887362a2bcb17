/** How the body of a notice becomes the lines of slides. */

const LINE_CHARACTERS = 40;
const LINES = 3;

/**
 * The whole text in lines of whole words, three to a slide; a word longer than a line is broken. One page
 * without lines where there is no text.
 */
export function noticePages(body: string | null): string[][] {
  const lines: string[] = [];
  let line = '';
  for (const word of (body ?? '').split(' ').flatMap(pieces)) {
    if (line !== '' && `${line} ${word}`.length > LINE_CHARACTERS) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  const pages = [lines.slice(0, LINES)];
  for (let from = LINES; from < lines.length; from += LINES)
    pages.push(lines.slice(from, from + LINES));
  return pages;
}

function pieces(word: string): string[] {
  return word.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'gu')) ?? [];
}
