import { requireConfirmed } from '../people/confirmed.ts';
import { refuseForeignGrants } from '../people/grant-rules.ts';
import type { SignedIn } from '../people/session.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { isManagedBy, unknownPerson } from './invite-person.ts';

/** Turns the own second step off; where it is off already nothing happens. Throws `step-up-needed`. */
export async function stopTwoStep(context: Context, caller: SignedIn): Promise<void> {
  requireConfirmed(context, caller.session);
  await removeTwoStep(context, caller, caller.person.id);
}

/** The same for someone who lost their phone and their codes; they stay signed in where they are. */
export async function stopTwoStepOf(
  context: Context,
  caller: SignedIn,
  personId: string,
): Promise<void> {
  const { person: actor, session } = caller;
  const person = await context.store.records.people.get(personId);
  if (!person || !isManagedBy(person, actor)) throw unknownPerson();
  refuseForeignGrants(actor, person.grants);
  requireConfirmed(context, session);
  await removeTwoStep(context, caller, personId);
}

async function removeTwoStep(
  context: Context,
  { person }: SignedIn,
  personId: string,
): Promise<void> {
  await change(context, { person }, async (records, noted) => {
    if (!(await records.twoSteps.get(personId))) return;
    await records.twoSteps.remove(personId);
    noted.record({
      action: 'person.two-step-off',
      subjectId: personId,
      before: null,
      after: null,
    });
  });
  // Who must have it is out of everything until it is on again.
  context.consoles.disconnectPerson(personId);
}
