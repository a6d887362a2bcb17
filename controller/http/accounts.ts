import type { SignInLimit } from '../people/sign-in-limit.ts';
import { resetDesk, type PostLink } from '../usecases/ask-reset.ts';
import { confirmSession } from '../usecases/confirm-session.ts';
import type { Context } from '../usecases/context.ts';
import { endOtherSessions, endSession, endSessionsOf } from '../usecases/end-sessions.ts';
import { listSessions, listSessionsOf } from '../usecases/list-sessions.ts';
import { readTwoStep } from '../usecases/read-two-step.ts';
import { finishTwoStep, renewRecoveryCodes, startTwoStep } from '../usecases/set-up-two-step.ts';
import { stopTwoStep, stopTwoStepOf } from '../usecases/stop-two-step.ts';
import type { Handlers } from './handler.ts';
import type { House } from './mount.ts';
import { signedIn } from './signed-in.ts';

/** Proof and two steps. */
export function twoStepHandlers(
  { context, site }: House,
  limit: SignInLimit,
): Handlers<
  | 'confirmSession'
  | 'readTwoStep'
  | 'startTwoStep'
  | 'finishTwoStep'
  | 'stopTwoStep'
  | 'renewRecoveryCodes'
  | 'stopTwoStepOf'
> {
  return {
    confirmSession: async (call) => {
      const proof = { ...call.body, ...signedIn(call), address: call.request.ip ?? '' };
      await confirmSession(context, limit, proof);
      return null;
    },
    readTwoStep: (call) => readTwoStep(context, site, signedIn(call)),
    startTwoStep: (call) => startTwoStep(context, signedIn(call)),
    finishTwoStep: async (call) => {
      const proof = { ...call.body, ...signedIn(call), address: call.request.ip ?? '' };
      return { codes: await finishTwoStep(context, limit, proof) };
    },
    stopTwoStep: async (call) => {
      await stopTwoStep(context, signedIn(call));
      return null;
    },
    renewRecoveryCodes: async (call) => ({
      codes: await renewRecoveryCodes(context, signedIn(call)),
    }),
    stopTwoStepOf: async (call) => {
      await stopTwoStepOf(context, signedIn(call), call.params.personId);
      return null;
    },
  };
}

/** Where people are signed in. */
export function sessionListHandlers(
  context: Context,
): Handlers<
  'listSessions' | 'endSession' | 'endOtherSessions' | 'listSessionsOf' | 'endSessionsOf'
> {
  return {
    listSessions: (call) => listSessions(context, signedIn(call)),
    endSession: async (call) => {
      await endSession(context, signedIn(call), call.params.sessionId);
      return null;
    },
    endOtherSessions: async (call) => {
      await endOtherSessions(context, signedIn(call));
      return null;
    },
    listSessionsOf: (call) => listSessionsOf(context, signedIn(call), call.params.personId),
    endSessionsOf: async (call) => {
      await endSessionsOf(context, signedIn(call), call.params.personId);
      return null;
    },
  };
}

/** Forgotten passwords; `post` is null where no mail is set up. */
export function resetHandlers(
  context: Context,
  post: PostLink | null,
): Handlers<'readResets' | 'askReset'> {
  const desk = resetDesk(context, post);
  return {
    readResets: () => Promise.resolve({ byMail: post !== null }),
    askReset: ({ body, request }) => {
      desk.ask(body.loginName, request.ip ?? '');
      return Promise.resolve(null);
    },
  };
}
