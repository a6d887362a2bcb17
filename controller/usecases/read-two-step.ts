import type { TwoStepState } from '../../shared/content/two-step.ts';
import { activeTwoStep } from '../people/second-step.ts';
import type { SignedIn } from '../people/session.ts';
import type { Site } from '../people/site.ts';
import { demandsTwoStep } from '../people/two-step-rules.ts';
import type { Context } from './context.ts';

/** How the own second step stands. */
export async function readTwoStep(
  { store }: Context,
  site: Site,
  { person }: SignedIn,
): Promise<TwoStepState> {
  const twoStep = await activeTwoStep(store.records, person.id);
  return {
    onSince: twoStep?.onSince ?? null,
    isDemanded: demandsTwoStep(site, person),
    codesLeft: twoStep ? await store.records.twoSteps.codesLeft(person.id) : 0,
  };
}
