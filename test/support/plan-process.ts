/**
 * Another process that plans: reads a JSON list of manifests from its input and writes the digest of each one's
 * plan of `TEST_DATE` as a line.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { manifestSchema, type Manifest } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { TEST_DATE } from './manifest-builder.ts';

export function planDigest(manifest: Manifest): string {
  const text = JSON.stringify(dayPlan(manifest, TEST_DATE));
  return createHash('sha256').update(text).digest('hex');
}

if (import.meta.main) {
  const manifests = JSON.parse(readFileSync(0, 'utf8')) as unknown[];
  for (const manifest of manifests) console.log(planDigest(manifestSchema.parse(manifest)));
}
