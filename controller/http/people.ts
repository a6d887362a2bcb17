import type { Person } from '../../shared/content/person.ts';
import type { SignInLimit } from '../people/sign-in-limit.ts';
import { readSessionCookie } from '../people/session-cookie.ts';
import { refuseInsecure } from '../people/site.ts';
import { mustSetTwoStepUp } from '../people/two-step-rules.ts';
import { acceptInvite } from '../usecases/accept-invite.ts';
import { changePassword } from '../usecases/change-password.ts';
import type { Context } from '../usecases/context.ts';
import { invitePerson, reinvitePerson } from '../usecases/invite-person.ts';
import { listPeople } from '../usecases/list-people.ts';
import { savePerson } from '../usecases/save-person.ts';
import { isSetupOpen, runSetup } from '../usecases/setup.ts';
import { signIn } from '../usecases/sign-in.ts';
import { signOut } from '../usecases/sign-out.ts';
import type { Handlers } from './handler.ts';
import type { House } from './mount.ts';
import { browserOf, setEntryCookies, setSessionCookie } from './session-cookies.ts';
import { signedIn } from './signed-in.ts';

/** Setup, sign-in and out: whatever hands a cookie out or takes it away. */
export function sessionHandlers(
  { context, site }: House,
  limit: SignInLimit,
): Handlers<
  | 'readSetup'
  | 'runSetup'
  | 'signIn'
  | 'readSession'
  | 'signOut'
  | 'changePassword'
  | 'acceptInvite'
> {
  const { secure } = site;
  const sessionOf = async (person: Person) => ({
    person,
    mustSetTwoStepUp: await mustSetTwoStepUp({ records: context.store.records, site }, person),
  });
  return {
    readSetup: async () => ({ open: await isSetupOpen(context) }),
    runSetup: async ({ body, request }) => {
      refuseInsecure(site);
      const entry = await runSetup(context, { ...body, browser: browserOf(request, secure) });
      setEntryCookies(request, entry, secure);
      return sessionOf(entry.person);
    },
    signIn: async ({ body, request }) => {
      refuseInsecure(site);
      const entry = await signIn(context, limit, {
        ...{ ...body, code: body.code ?? null, address: request.ip ?? '' },
        held: readSessionCookie(request.headers.cookie, secure),
        browser: browserOf(request, secure),
      });
      setEntryCookies(request, entry, secure);
      return sessionOf(entry.person);
    },
    readSession: (call) => sessionOf(signedIn(call).person),
    signOut: async (call) => {
      await signOut(context, signedIn(call));
      setSessionCookie(call.request, null, secure);
      return null;
    },
    changePassword: async (call) => {
      const address = call.request.ip ?? '';
      const device = browserOf(call.request, secure).words;
      const change = { ...call.body, ...signedIn(call), address, device };
      setSessionCookie(call.request, await changePassword(context, limit, change), secure);
      return null;
    },
    acceptInvite: async ({ body, request }) => {
      refuseInsecure(site);
      const browser = browserOf(request, secure);
      const { person, entry } = await acceptInvite(context, { ...body, browser });
      if (entry === null) return { session: null };
      setEntryCookies(request, entry, secure);
      return { session: await sessionOf(person) };
    },
  };
}

/** People and what they may do. */
export function peopleHandlers(
  context: Context,
): Handlers<'listPeople' | 'invitePerson' | 'savePerson' | 'reinvitePerson'> {
  return {
    listPeople: (call) => listPeople(context, signedIn(call).person),
    invitePerson: (call) => invitePerson(context, signedIn(call), call.body),
    savePerson: (call) => savePerson(context, signedIn(call), { ...call.params, ...call.body }),
    reinvitePerson: (call) => reinvitePerson(context, signedIn(call), call.params.personId),
  };
}
