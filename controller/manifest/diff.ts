import type { Manifest, ManifestPatch } from '../../shared/protocol/manifest.ts';
import type { Content } from './build.ts';

export type Difference = Pick<ManifestPatch, 'calendar' | 'put' | 'drop'>;

const LISTS = ['organizations', 'shops', 'slides', 'bookings'] as const;

/** Whole entities to put and ids to drop between two builds; undefined when they say the same. */
export function difference(
  before: Pick<Manifest, keyof Content>,
  after: Content,
): Difference | undefined {
  const put: Difference['put'] = { organizations: [], shops: [], slides: [], bookings: [] };
  const drop: Difference['drop'] = { organizations: [], shops: [], slides: [], bookings: [] };
  let hasChanged = false;
  for (const list of LISTS) {
    const changed = compare<{ readonly id: string }>(before[list], after[list]);
    Object.assign(put, { [list]: changed.put });
    drop[list] = changed.drop;
    hasChanged ||= changed.put.length + changed.drop.length > 0;
  }
  const calendar = isSame(before.calendar, after.calendar) ? null : after.calendar;
  return hasChanged || calendar ? { calendar, put, drop } : undefined;
}

function compare<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): { put: T[]; drop: string[] } {
  const left = new Map(before.map((entity) => [entity.id, entity]));
  const put: T[] = [];
  for (const entity of after) {
    const old = left.get(entity.id);
    if (old === undefined || !isSame(old, entity)) put.push(entity);
    left.delete(entity.id);
  }
  return { put, drop: [...left.keys()] };
}

/** Builds make every entity with its members in one order, so equal texts are equal values. */
function isSame(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
