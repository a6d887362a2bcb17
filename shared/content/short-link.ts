/** 짧은 주소: the address of our own that a slide's QR code holds. It leads to the slide's link. */
import * as z from 'zod/mini';
import { webAddressSchema } from './web-address.ts';

/** Crockford's letters: none is taken for another where it is read from a board and typed. */
export const READABLE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const SHORT_CODE_LENGTH = 7;

export const shortCodeSchema = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{7}$/));

/** Made when the slide first has a link; the code never changes, for it may be on paper by then. */
export const shortLinkSchema = z.strictObject({
  code: shortCodeSchema,
  /** Where it leads: the link that was approved last, also after a withdrawal; null before the first. */
  url: z.nullable(webAddressSchema),
});
export type ShortLink = z.infer<typeof shortLinkSchema>;

/**
 * The address as a QR code holds it: in capitals, which take 5.5 bits a letter where others take 8.
 * `origin` is without a path.
 */
export function shortUrlOf(origin: string, code: string): string {
  return `${origin}/q/${code}`.toUpperCase();
}

/** The code as it was typed, by eye: in either case, with the letters that Crockford takes for digits. Undefined for anything else. */
export function shortCodeFrom(typed: string): string | undefined {
  const code = typed.trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return shortCodeSchema.safeParse(code).data;
}
