/** Every call of the policy with what it asks, from whom it must be refused, and how. */
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import type { Grant, Right } from '../../../shared/content/person.ts';
import type { Sent } from '../../support/test-client.ts';
import { policies } from './policies.ts';
import type { Policy } from './policy.ts';
import { holdsOver, holdsSomewhere, holdsWithin, type Place } from './rights-grid.ts';

/** How somebody without the right is answered. */
export type Refused = 'forbidden' | 'not-found';

export interface MatrixCall {
  readonly name: EndpointName;
  /** What it is about, such as `bakery` or `guild and office`. */
  readonly about: string;
  readonly sent: Sent;
  /** How the grants are refused: any of these codes. Empty when they are not. */
  readonly refusedAs: (grants: readonly Grant[]) => readonly Refused[];
}

export const names = Object.keys(endpoints) as EndpointName[];

/** The calls of an endpoint that needs a right or a session; none for those of nobody and of boards. */
export function callsOf(name: EndpointName): readonly MatrixCall[] {
  const { needs, sent, at = {}, together = [], within = {}, isHidden } = policies[name];
  if (needs === 'nobody' || needs === 'board') return [];
  if (needs === 'session' || needs === 'entering')
    return [{ name, about: 'oneself', sent: sent ?? {}, refusedAs: () => [] }];
  const refusing = (
    { about, call }: { readonly about: string; readonly call: Sent },
    isCovered: (grants: readonly Grant[]) => boolean,
    codes: readonly Refused[],
  ): MatrixCall => ({
    ...{ name, about, sent: call },
    refusedAs: (grants) => {
      if (!holdsSomewhere(grants, needs)) return ['forbidden'];
      return isCovered(grants) ? [] : codes;
    },
  });
  const hidden: readonly Refused[] = isHidden ? ['not-found'] : ['forbidden'];
  return [
    ...entries(at).map(([place, call]) =>
      refusing({ about: place, call }, (grants) => holdsOver(grants, needs, place), hidden),
    ),
    ...together.map(({ of, sent: call }) =>
      refusing(
        { about: of.join(' and '), call },
        (grants) => of.every((place) => holdsOver(grants, needs, place)),
        isHidden ? ['forbidden', 'not-found'] : ['forbidden'],
      ),
    ),
    ...entries(within).map(([id, call]) =>
      refusing({ about: `in ${id}`, call }, (grants) => holdsWithin(grants, needs, id), [
        'forbidden',
      ]),
    ),
    ...anywhere(name, policies[name], needs),
  ];
}

/** Without an owner, to hold the right somewhere is enough. */
function anywhere(
  name: EndpointName,
  { sent, at, within }: Policy,
  right: Right,
): readonly MatrixCall[] {
  if (at ?? within) return [];
  const refusedAs = (grants: readonly Grant[]): readonly Refused[] =>
    holdsSomewhere(grants, right) ? [] : ['forbidden'];
  return [{ name, about: 'anything', sent: sent ?? {}, refusedAs }];
}

function entries<K extends Place>(
  record: Partial<Record<K, Sent>>,
): readonly (readonly [K, Sent])[] {
  return Object.entries(record) as unknown as readonly (readonly [K, Sent])[];
}
