import type { Context } from '../usecases/context.ts';
import { listOrganizations } from '../usecases/list-organizations.ts';
import { saveApprovalRules } from '../usecases/save-approval-rules.ts';
import { saveShares } from '../usecases/save-shares.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function organizationHandlers(
  context: Context,
): Handlers<'listOrganizations' | 'saveShares' | 'saveApprovalRules'> {
  return {
    listOrganizations: () => listOrganizations(context),
    saveShares: (call) => saveShares(context, signedIn(call).person, call.body.shares),
    saveApprovalRules: (call) =>
      saveApprovalRules(context, signedIn(call).person, { ...call.params, ...call.body }),
  };
}
