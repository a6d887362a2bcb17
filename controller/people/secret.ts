/** Bearer secrets: cookies, device tokens, links. Only their hashes are ever stored. */
import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a secret, hex: what the store keeps and looks up by. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
