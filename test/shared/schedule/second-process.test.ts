import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyManifest } from '../../support/any-manifest.ts';
import { planDigest } from '../../support/plan-process.ts';
import { RUNS } from '../../support/runs.ts';

const program = resolve(import.meta.dirname, '../../support/plan-process.ts');

describe('dayPlan in another process', () => {
  it('[S8] gives the same plans in another zone and language', () => {
    const manifests = fc.sample(anyManifest, RUNS);
    const lines = execFileSync(process.execPath, [program], {
      input: JSON.stringify(manifests),
      env: { ...process.env, TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8' },
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
    });
    expect(lines.trimEnd().split('\n')).toEqual(manifests.map(planDigest));
  });
});
