import type { ContentKind } from '../../shared/protocol/events.ts';
import type { Claims, ShowNow } from '../../shared/protocol/manifest.ts';
import type { Records } from '../store/store.ts';
import type { Actor, Context, StagedPush, StageRequest } from './context.ts';
import { observeWrites } from './observe-writes.ts';

/** One audit row: verb and noun such as `slide.withdraw`; `before` null is a creation. */
export interface ChangeEntry {
  readonly action: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What one change did, gathered while it runs. */
export interface Change {
  /** These lists changed: boards get patches, consoles read again. */
  touch(...kinds: ContentKind[]): void;
  /** One audit row in the same transaction. */
  record(entry: ChangeEntry): void;
  /** Puts a slide on at once as part of this change. */
  showNow(screenIds: readonly string[], show: ShowNow): void;
  /** What days make good from now on (S10), by manifest id: totals, so that the same again moves nothing. */
  claims(totals: ReadonlyMap<string, Claims>): void;
}

/**
 * One change: a single transaction with its audit rows and the manifests that it moves, then the push.
 * Whatever `work` throws rolls everything back and is thrown on; nothing is pushed then.
 */
export async function change<T>(
  context: Context,
  actor: Actor,
  work: (records: Records, change: Change) => Promise<T>,
): Promise<{ readonly value: T; readonly push: StagedPush }> {
  const kinds = new Set<ContentKind>();
  const at = context.now();
  const { value, push } = await context.store.transact(async (records) => {
    const entries: ChangeEntry[] = [];
    let showNow: StageRequest['showNow'] = null;
    let claims: StageRequest['claims'];
    const { observed, changed } = observeWrites(records);
    const value = await work(observed, {
      touch: (...touched) => {
        for (const kind of touched) kinds.add(kind);
      },
      record: (entry) => {
        entries.push(entry);
      },
      showNow: (screenIds, show) => {
        showNow = { screenIds, show };
      },
      claims: (totals) => {
        claims = totals;
      },
    });
    for (const entry of entries) await records.audit.add({ at, ...nameOf(actor), ...entry });
    const request = { kinds, changed, at, showNow, ...(claims && { claims }) };
    return { value, push: await context.manifests.stage(records, request) };
  });
  context.manifests.release(push);
  if (kinds.size > 0) context.consoles.contentChanged([...kinds]);
  return { value, push };
}

function nameOf(actor: Actor): { personId: string | null; actor: string } {
  if ('person' in actor) return { personId: actor.person.id, actor: actor.person.displayName };
  return { personId: null, actor: `시스템(${actor.job})` };
}
