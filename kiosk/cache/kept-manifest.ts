/** The manifest as the next start of the page wants it: with the day's plan, and without reading it twice. */
import { packPlan, unpackPlan } from '../player/packed-plan.ts';
import type { Slot } from '../../shared/protocol/manifest.ts';
import type { CivilDate } from '../../shared/time.ts';
import type { BoardDatabase } from './database.ts';
import { noteDocument, parseDocument, readDocument, type Documents } from './documents.ts';

/** The plan of record of one day. */
export interface KeptDay {
  readonly date: CivilDate;
  readonly slots: readonly Slot[];
}

export interface KeptManifest {
  readonly pulled: Documents['manifest'];
  /** Made by this build from this manifest, which needs no check any more; null where there is none. */
  readonly day: KeptDay | null;
}

/**
 * What is kept; null where there is nothing, or where another build wrote another shape. What this very build
 * made a plan of was of the right shape, and was what its hash says.
 */
export async function readManifest(
  database: BoardDatabase,
  build: string,
): Promise<KeptManifest | null> {
  const [stored, plan] = await Promise.all([
    database.get('documents', 'manifest'),
    readDocument(database, 'plan'),
  ]);
  if (plan?.build === build && hashOf(stored) === plan.hash) {
    const { date, packed } = plan;
    return {
      pulled: stored as Documents['manifest'],
      day: { date, slots: unpackPlan(packed) },
    };
  }
  const pulled = parseDocument('manifest', stored);
  return pulled && { pulled, day: null };
}

/** Keeps the plan of a day for pages of `build`. Fails in silence: it is made again then. */
export function noteDay(
  database: BoardDatabase,
  { date, slots }: KeptDay,
  of: { readonly build: string; readonly hash: string },
): void {
  noteDocument(database, 'plan', { ...of, date, packed: packPlan(slots) });
}

function hashOf(stored: unknown): unknown {
  return typeof stored === 'object' && stored && 'hash' in stored ? stored.hash : undefined;
}
