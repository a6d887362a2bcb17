/** Recovery codes: each stands once for the code of a phone that is lost. Only their hashes are stored. */
import { hashSecret } from './secret.ts';
import { readableCode } from './readable-code.ts';

export const RECOVERY_CODES = 10;
const LETTERS = 10;

/** Ten new ones, `ABCDE-FGHJK`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = readableCode(LETTERS);
    return `${letters.slice(0, LETTERS / 2)}-${letters.slice(LETTERS / 2)}`;
  });
}

/** What is stored of a code of the person, however it was typed: small, without its hyphen, O for 0, I or L for 1. */
export function hashRecoveryCode(personId: string, typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return hashSecret(`${personId} ${letters}`);
}
