/** [L9] [L10] What can be judged of a text without seeing it. The server judges it again. */

const MOBILE = /(?<!\d)01[016789][-. ]?\d{3,4}[-. ]?\d{4}(?!\d)/;
const RESIDENT = /(?<!\d)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-. ]?[1-8]\d{6}(?!\d)/;
const HANGUL = /\p{Script=Hangul}/u;
const FOREIGN_WORD = /\p{Script=Han}|\p{Script=Latin}{2,}/u;
/** Prices, times, measures, web addresses and the names of public services that have no other spelling. */
const NEUTRAL =
  /\b\d+(?:[.,]\d+)*\s?(?:km|cm|mm|m|kg|mg|g|ml|l|AM|PM|GB|kWh|W|V)\b|\bQR\b|(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?/giu;

/** `text` without resident registration numbers; may be empty. */
export function withoutResidentNumber(text: string): string {
  return text.replace(new RegExp(RESIDENT, 'g'), '').replace(/ +/g, ' ').trim();
}

/** Every mobile number in `text`, as digits alone, in order. */
export function mobileNumbers(text: string): readonly string[] {
  const found = text.matchAll(new RegExp(MOBILE, 'g'));
  return Array.from(found, ([number]) => number.replace(/\D/g, ''));
}

export type TextProblem = 'resident-number' | 'mobile-number' | 'no-hangul';

/** All that is wrong with a Korean text; empty for an empty one. */
export function textProblems(text: string): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  if (RESIDENT.test(text)) problems.push('resident-number');
  else if (MOBILE.test(text)) problems.push('mobile-number');
  if (!HANGUL.test(text) && FOREIGN_WORD.test(text.replace(NEUTRAL, ' ')))
    problems.push('no-hangul');
  return problems;
}
