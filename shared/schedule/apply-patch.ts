/** A board takes a patch: whole entities put and dropped, the plan carried on, the result checked by its hash. */
import type { Manifest, ManifestPatch } from '../protocol/manifest.ts';
import { manifestHash } from '../protocol/manifest-hash.ts';
import { carryOver } from './carry.ts';

/**
 * `held` moved on by `patch`; lists that the patch does not touch stay the same arrays.
 * Undefined when the patch is for another manifest or revision, or the result's hash differs: pull then.
 */
export function applyPatch(held: Manifest, patch: ManifestPatch): Manifest | undefined {
  if (patch.manifestId !== held.id || patch.from !== held.revision) return undefined;
  const replaced: Manifest = {
    ...held,
    revision: patch.to,
    calendar: patch.calendar ?? held.calendar,
    organizations: merged(held.organizations, patch.put.organizations, patch.drop.organizations),
    shops: merged(held.shops, patch.put.shops, patch.drop.shops),
    slides: merged(held.slides, patch.put.slides, patch.drop.slides),
    bookings: merged(held.bookings, patch.put.bookings, patch.drop.bookings),
  };
  const next = patch.replan
    ? { ...replaced, carry: carryOver({ held, next: replaced, ...patch.replan }) }
    : replaced;
  return manifestHash(next) === patch.hash ? next : undefined;
}

function merged<T extends { readonly id: string }>(
  held: T[],
  put: readonly T[],
  drop: readonly string[],
): T[] {
  if (put.length === 0 && drop.length === 0) return held;
  const byId = new Map(held.map((entity) => [entity.id, entity]));
  for (const id of drop) byId.delete(id);
  for (const entity of put) byId.set(entity.id, entity);
  return [...byId.values()];
}
