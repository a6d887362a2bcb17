/**
 * Which role has which right: the policy itself, written a second time on purpose, so that a slip of the
 * program's own table is found. [U10] to [U12] compute what everybody is answered from it.
 */
import { roles, type Grant, type Right, type Role } from '../../../shared/content/person.ts';

const GRID = `
  right               viewer  merchant  manager  officer  administrator
  content.read          x        x         x        x           x
  announcement.read     x        x         x        x           x
  screen.read           x        x         x        x           x
  slide.write           -        x         x        x           x
  media.write           -        x         x        x           x
  slide.approve         -        -         x        x           x
  slide.show-now        -        -         x        x           x
  booking.write         -        -         x        x           x
  shop.write            -        -         x        x           x
  calendar.write        -        -         x        x           x
  announcement.send     -        -         -        x           x
  screen.blank          -        -         -        x           x
  screen.write          -        -         -        -           x
  organization.write    -        -         -        -           x
  person.write          -        -         -        -           x
  audit.read            -        -         -        -           x
`;
/** Whoever may read may read everything: what is on a public board is no secret among its partners. */
const READING: readonly string[] = ['content.read', 'announcement.read', 'screen.read'];

const [head = [], ...lines] = GRID.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const rightsByRole = new Map(
  roles.map((role) => [
    role,
    lines.filter((line) => line[head.indexOf(role)] === 'x').map(([right]) => right ?? ''),
  ]),
);

/** All rights of the grid, in its order. */
export const gridRights = lines.map(([right]) => right as Right);
export function rightsInGrid(role: Role): readonly string[] {
  return rightsByRole.get(role) ?? [];
}

/** Whose a thing is. The shops are the association's. */
export const places = {
  everything: { organizationId: null, shopId: null },
  guild: { organizationId: 'guild', shopId: null },
  bakery: { organizationId: 'guild', shopId: 'bakery' },
  'noodle-bar': { organizationId: 'guild', shopId: 'noodle-bar' },
  office: { organizationId: 'office', shopId: null },
} as const;
export type Place = keyof typeof places;

export function holdsSomewhere(grants: readonly Grant[], right: Right): boolean {
  return grants.some(({ role }) => rightsInGrid(role).includes(right));
}

/** Whether the grants give the right over what belongs to `place`. */
export function holdsOver(grants: readonly Grant[], right: Right, place: Place): boolean {
  return grants.some((grant) => {
    if (!rightsInGrid(grant.role).includes(right)) return false;
    if (READING.includes(right)) return true;
    const { organizationId, shopId } = places[place];
    if (grant.organizationId !== null && grant.organizationId !== organizationId) return false;
    return grant.role !== 'merchant' || (grant.shopId !== null && grant.shopId === shopId);
  });
}

/** Whether they give the right over anything of the organization, be it one shop. */
export function holdsWithin(
  grants: readonly Grant[],
  right: Right,
  organizationId: string,
): boolean {
  return grants.some(
    (grant) =>
      rightsInGrid(grant.role).includes(right) &&
      (grant.organizationId === null || grant.organizationId === organizationId) &&
      (grant.role !== 'merchant' || grant.shopId !== null),
  );
}
