import { describe, expect, it, onTestFinished } from 'vitest';
import { openBoardDatabase } from '../../../kiosk/cache/database.ts';
import { writeDocument } from '../../../kiosk/cache/documents.ts';
import { noteDay, readManifest } from '../../../kiosk/cache/kept-manifest.ts';
import { nothingHeld, receiveManifest, restoreManifest } from '../../../kiosk/player/held.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { loopOf } from '../../support/manifest-builder.ts';

const BUILD = 'a-build';
const date = '2026-11-23';
const manifest = loopOf(['a', 'b']);
const hash = manifestHash(manifest);
/** A plan that nobody would make, so that it is told from one that was made anew. */
const slots = dayPlan(manifest, date).slice(0, 3);

async function kept(name: string, of = { build: BUILD, hash }) {
  const database = await openBoardDatabase(name);
  onTestFinished(() => database.close());
  await writeDocument(database, 'manifest', { manifest, hash });
  noteDay(database, { date, slots }, of);
  return database;
}

describe('the kept manifest', () => {
  it('[B15] comes with the plan that this build made of it', async () => {
    const found = await readManifest(await kept('same'), BUILD);
    expect(found).toEqual({ pulled: { manifest, hash }, day: { date, slots } });
    expect(found && restoreManifest(found).plan?.plans.of(date)).toEqual(slots);
  });

  it.each([
    { why: 'another build', of: { build: 'another', hash } },
    { why: 'a manifest before', of: { build: BUILD, hash: '0' } },
  ])('[B10] comes without the plan of $why', async ({ why, of }) => {
    const found = await readManifest(await kept(why, of), BUILD);
    expect(found).toEqual({ pulled: { manifest, hash }, day: null });
    expect(found && restoreManifest(found)).toEqual(
      receiveManifest(nothingHeld, { manifest, hash }),
    );
  });

  it('[B10] is none where another build wrote another shape', async () => {
    const database = await kept('shape', { build: 'another', hash });
    await database.put('documents', { manifest: { ...manifest, mood: 'fine' }, hash }, 'manifest');
    expect(await readManifest(database, BUILD)).toBeNull();
  });
});
