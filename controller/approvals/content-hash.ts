import { createHash } from 'node:crypto';
import type { SlideRevision } from '../../shared/content/slide.ts';
import { without } from '../../shared/without.ts';

/**
 * [V1] SHA-256, hex, of a revision as canonical JSON (RFC 8785 for the values that it can hold). Its pages do not
 * count: they are found out when it is submitted, and nobody writes them.
 */
export function contentHash(revision: SlideRevision): string {
  return createHash('sha256')
    .update(canonical(without(revision, 'pages')))
    .digest('hex');
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join()}}`;
}
