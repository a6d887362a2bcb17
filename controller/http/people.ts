import type { Request } from 'express';
import type { Person } from '../../shared/content/person.ts';
import { readSessionCookie, writeSessionCookie } from '../people/session-cookie.ts';
import { signInLimit } from '../people/sign-in-limit.ts';
import { refuseInsecure } from '../people/site.ts';
import type { Site } from '../people/site.ts';
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
import { signedIn } from './signed-in.ts';

/** Setup, sign-in and out: whatever hands a cookie out or takes it away. */
export function sessionHandlers(
  context: Context,
  site: Site,
): Handlers<
  | 'readSetup'
  | 'runSetup'
  | 'signIn'
  | 'readSession'
  | 'signOut'
  | 'changePassword'
  | 'acceptInvite'
> {
  const limit = signInLimit(context.now);
  const setCookie = (request: Request, secret: string | null) =>
    request.res?.append('Set-Cookie', writeSessionCookie(secret, site.secure));
  const enter = (request: Request, opened: { person: Person; secret: string }) => {
    setCookie(request, opened.secret);
    return { person: opened.person };
  };
  return {
    readSetup: async () => ({ open: await isSetupOpen(context) }),
    runSetup: async ({ body, request }) => {
      refuseInsecure(site);
      return enter(request, await runSetup(context, body));
    },
    signIn: async ({ body, request }) => {
      refuseInsecure(site);
      const held = readSessionCookie(request.headers.cookie, site.secure);
      const address = request.ip ?? '';
      return enter(request, await signIn(context, limit, { ...body, address, held }));
    },
    readSession: (call) => Promise.resolve({ person: signedIn(call).person }),
    signOut: async (call) => {
      await signOut(context, signedIn(call));
      setCookie(call.request, null);
      return null;
    },
    changePassword: async (call) => {
      const { person } = signedIn(call);
      const address = call.request.ip ?? '';
      setCookie(
        call.request,
        await changePassword(context, limit, { ...call.body, person, address }),
      );
      return null;
    },
    acceptInvite: async ({ body, request }) => {
      refuseInsecure(site);
      return enter(request, await acceptInvite(context, body));
    },
  };
}

/** People and what they may do. */
export function peopleHandlers(
  context: Context,
): Handlers<'listPeople' | 'invitePerson' | 'savePerson' | 'reinvitePerson'> {
  return {
    listPeople: (call) => listPeople(context, signedIn(call).person),
    invitePerson: (call) => invitePerson(context, signedIn(call).person, call.body),
    savePerson: (call) =>
      savePerson(context, signedIn(call).person, { ...call.params, ...call.body }),
    reinvitePerson: (call) => reinvitePerson(context, signedIn(call).person, call.params.personId),
  };
}
