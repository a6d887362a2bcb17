/** [L3] How long a text takes to read. */

/** Seconds until a page is noticed. */
const NOTICE_S = 2;
const QR_S = 4;
/** Counted letters a second. */
const SLOW_RATE = 5.5;
const FAST_RATE = 9;
const WIDE =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u;
/** Parts of one visible character: combining marks, joiners, variation selectors. */
const segments = /\P{M}(?:\p{M}|\u200d\P{M}|[\ufe00-\ufe0f])*/gu;

/** [L3.1] Counted letters: wide characters 1, all others one half. 0 for an empty text. */
export function letters(text: string): number {
  let halves = 0;
  for (const [character] of text.normalize('NFC').matchAll(segments))
    halves += WIDE.test(character) ? 2 : 1;
  return halves / 2;
}

/** [L3.2] Seconds that a slow reader needs for so many counted letters. */
export function slowSeconds(count: number, hasQr: boolean): number {
  return NOTICE_S + count / SLOW_RATE + (hasQr ? QR_S : 0);
}

/** [L3.3] Seconds under which hardly anybody can read so many counted letters. */
export function fastSeconds(count: number, hasQr: boolean): number {
  return NOTICE_S + count / FAST_RATE + (hasQr ? QR_S : 0);
}

/** Counted letters that a slow reader reads in so many seconds; never negative. */
export function lettersIn(seconds: number, hasQr: boolean): number {
  return Math.max(0, Math.floor((seconds - NOTICE_S - (hasQr ? QR_S : 0)) * SLOW_RATE));
}
