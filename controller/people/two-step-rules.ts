/** Who must sign in by two steps (P8). */
import type { Person } from '../../shared/content/person.ts';
import type { Records } from '../store/store.ts';
import { activeTwoStep } from './second-step.ts';
import type { Site } from './site.ts';

/** Whether the person acts for the public or over others, at a controller that other machines can reach. */
export function demandsTwoStep(site: Site, person: Person): boolean {
  const isReachable = !site.isLoopback || site.trustProxyHops > 0;
  return (
    isReachable && person.grants.some(({ role }) => role === 'officer' || role === 'administrator')
  );
}

/** Whether the person must set two steps up before anything else. */
export async function mustSetTwoStepUp(
  { records, site }: { readonly records: Records; readonly site: Site },
  person: Person,
): Promise<boolean> {
  if (!demandsTwoStep(site, person)) return false;
  return (await activeTwoStep(records, person.id)) === undefined;
}
