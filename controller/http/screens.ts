import { blankScreen } from '../usecases/blank-screen.ts';
import { commandScreen } from '../usecases/command-screen.ts';
import type { Context } from '../usecases/context.ts';
import { createScreen } from '../usecases/create-screen.ts';
import { heldByScreen, readPlan } from '../usecases/read-plan.ts';
import { saveScreen } from '../usecases/save-screen.ts';
import { showSlideNow } from '../usecases/show-slide-now.ts';
import { listScreens } from '../usecases/view-screen.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** The boards themselves, what is planned on them, and what is put on them at once. */
export function screenHandlers(
  context: Context,
): Handlers<
  | 'listScreens'
  | 'createScreen'
  | 'saveScreen'
  | 'blankScreen'
  | 'commandScreen'
  | 'readPlan'
  | 'readScreenManifest'
  | 'showSlideNow'
> {
  return {
    listScreens: () => listScreens(context),
    createScreen: (call) => createScreen(context, signedIn(call).person, call.body),
    saveScreen: (call) =>
      saveScreen(context, signedIn(call).person, { ...call.params, ...call.body }),
    blankScreen: (call) =>
      blankScreen(context, signedIn(call).person, { ...call.params, ...call.body }),
    commandScreen: (call) =>
      commandScreen(context, signedIn(call).person, { ...call.params, ...call.body }),
    readPlan: ({ params, query }) => readPlan(context, { ...params, ...query }),
    readScreenManifest: ({ params }) =>
      Promise.resolve().then(() => heldByScreen(context, params.screenId)),
    showSlideNow: (call) =>
      showSlideNow(context, signedIn(call).person, { ...call.params, ...call.body }),
  };
}
