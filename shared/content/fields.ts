/** The small schemas that the nouns are made of. Every text is trimmed, NFC and bounded. */
import * as z from 'zod/mini';
import { isCivilDate } from '../time.ts';

/** A person's or program's key: a UUID, or a slug in what `content/` ships. */
export const idSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const epochMsSchema = z.int().check(z.minimum(0), z.maximum(4_102_444_800_000));
export const civilDateSchema = z
  .string()
  .check(z.refine(isCivilDate, { error: '날짜를 2026-11-22처럼 적어 주십시오.' }));
/** Minutes since midnight; a window over midnight ends above 1440. */
export const minuteSchema = z.int().check(z.minimum(0), z.maximum(2880));
export const versionSchema = z.int().check(z.minimum(1));

/** One line of text of 1 to `max` characters; control characters and bidi overrides are refused. */
export function line(max: number) {
  return z.pipe(
    z.string().check(z.maxLength(max * 4, { error: `${max}자까지 쓸 수 있습니다.` })),
    z.pipe(
      z.transform((text: string) =>
        text
          .normalize('NFC')
          .trim()
          .replace(/[\t\n\r ]+/g, ' '),
      ),
      z.string().check(
        z.minLength(1, { error: '비워 둘 수 없습니다.' }),
        z.maxLength(max, { error: `${max}자까지 쓸 수 있습니다.` }),
        z.regex(/^[^\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/, {
          error: ({ input }) => hiddenWords(String(input)),
        }),
      ),
    ),
  );
}

/** What a character that nobody can see is called, such as `U+202E`. */
export function hiddenCharacter(character: string): string {
  const numbers = Array.from(
    character,
    (one) => one.codePointAt(0)?.toString(16).toUpperCase() ?? '',
  );
  return numbers.map((number) => `U+${number.padStart(4, '0')}`).join(' ');
}

function hiddenWords(text: string): string {
  const found = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.exec(text)?.[0];
  return `보이지 않는 글자(${hiddenCharacter(found ?? '')})가 들어 있습니다. 지우고 다시 적어 주십시오.`;
}

/** The board's languages, in the order in which they take turns. */
export const languages = ['ko', 'en', 'zh', 'ja'] as const;
export type Language = (typeof languages)[number];

/** Text in the board's languages; Korean is required, the others fall back to it. */
export function localized(max: number) {
  return z.strictObject({
    ko: line(max),
    en: z.optional(line(max * 2)),
    zh: z.optional(line(max)),
    ja: z.optional(line(max)),
  });
}

export const localizedSchema = localized(200);
export type Localized = z.infer<typeof localizedSchema>;

/** Which boards: all of them, also those that come later, or these. */
export const screensSchema = z.union([
  z.literal('all'),
  z.array(idSchema).check(z.minLength(1), z.maxLength(500)),
]);
export type Screens = z.infer<typeof screensSchema>;

/** Whether `screens` takes in the board `screenId`. */
export function includesScreen(screens: Screens, screenId: string): boolean {
  return screens === 'all' || screens.includes(screenId);
}
