/** 〔빈칸〕: what a template leaves to whoever sends it. Pure. */

const BLANK = /〔[^〕]*〕/u;

/** The first blank of `text`, brackets included; undefined where all are filled. Offsets are of UTF-16, the end exclusive. */
export function firstBlank(
  text: string,
): { readonly from: number; readonly to: number; readonly words: string } | undefined {
  const found = BLANK.exec(text);
  if (!found) return undefined;
  const [words] = found;
  return { from: found.index, to: found.index + words.length, words };
}

/** A sentence for who is about to send `text`; undefined where nothing is left to fill. */
export function blankWords(text: string | null): string | undefined {
  const blank = firstBlank(text ?? '');
  return blank && `빈칸 ${blank.words}을(를) 채우거나 지워 주십시오.`;
}
