import type { Organization } from '../../shared/content/organization.ts';
import type { Context } from './context.ts';

/** All organizations, by id. */
export async function listOrganizations(context: Context): Promise<Organization[]> {
  return [...(await context.store.records.organizations.all())];
}
