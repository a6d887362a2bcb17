import type { Context } from '../usecases/context.ts';
import { readSessionCookie } from './session-cookie.ts';
import { signedInBy, type SignedIn } from './session.ts';
import type { Site } from './site.ts';
import { mustSetTwoStepUp } from './two-step-rules.ts';

/** Who is all the way in by a Cookie header; undefined also for who must set two steps up first. For sockets. */
export async function enteredBy(
  { context, site }: { readonly context: Pick<Context, 'store' | 'now'>; readonly site: Site },
  cookieHeader: string | undefined,
): Promise<SignedIn | undefined> {
  const caller = await signedInBy(context, readSessionCookie(cookieHeader, site.secure));
  if (!caller) return undefined;
  const { records } = context.store;
  return (await mustSetTwoStepUp({ records, site }, caller.person)) ? undefined : caller;
}
