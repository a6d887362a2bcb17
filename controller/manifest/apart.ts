/** Screens that leave their group for the rest of a day, since they were given something of their own by hand. */
import type { CivilDate } from '../../shared/time.ts';
import type { StageRequest } from '../usecases/context.ts';
import type { Held } from './move.ts';
import type { World } from './world.ts';

/** What sets each of these screens apart, by screen. */
export type Apart = ReadonlyMap<string, string>;

interface Before {
  readonly apart: Apart;
  readonly heldById: ReadonlyMap<string, Held>;
  readonly firstDateByZone: ReadonlyMap<string, CivilDate>;
}

/** The screens that are still apart on the day that now begins, or goes on. */
export function apartToday(
  base: Omit<Before, 'heldById'>,
  { screens }: World,
  firstDateByZone: Before['firstDateByZone'],
): Apart {
  const stay = [...base.apart].filter(([screenId]) => {
    const zone = screens.get(screenId)?.zone ?? '';
    return firstDateByZone.get(zone) === base.firstDateByZone.get(zone);
  });
  return stay.length === base.apart.size ? base.apart : new Map(stay);
}

/** 지금 송출 on some boards of a group only: from then on their day is another one. */
export function apartAfter(
  base: Omit<Before, 'firstDateByZone'>,
  showNow: StageRequest['showNow'],
): Apart {
  if (!showNow) return base.apart;
  const named = new Set(showNow.screenIds);
  const apart = new Map(base.apart);
  for (const { group } of base.heldById.values()) {
    const meant = group.screenIds.filter((id) => named.has(id));
    if (meant.length === group.screenIds.length) continue;
    for (const id of meant) apart.set(id, showNow.show.id);
  }
  return apart.size === base.apart.size ? base.apart : apart;
}
