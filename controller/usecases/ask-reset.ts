import type { Person } from '../../shared/content/person.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { Failures } from '../people/failures.ts';
import { networkOf } from '../people/network-of.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';

/** How long the link in the mail works. */
export const RESET_MS = 30 * MINUTE_MS;
/** Mails to one person, and wishes from one address, in an hour: a mailbox is not to be flooded. */
export const MOST_MAILS = 3;
export const MOST_WISHES = 20;

/** Brings a link to its person; rejects when the mail server does not take it. */
export type PostLink = (
  person: Pick<Person, 'displayName'> & { readonly email: string },
  secret: string,
) => Promise<void>;

/** Where people ask for a link to a new password. */
export interface ResetDesk {
  /**
   * Returns at once, whether there is such an account or not, and tells nobody which; what is left to do is done
   * afterwards: a link goes to the address of an account that has one.
   */
  ask(loginName: string, address: string): void;
}

/** A desk in front of `post`; null where no mail is set up, and nothing happens. */
export function resetDesk(context: Context, post: PostLink | null): ResetDesk {
  const ofPerson = new Failures(HOUR_MS);
  const ofAddress = new Failures(HOUR_MS);
  return {
    ask: (loginName, address) => {
      const [at, network] = [context.now(), networkOf(address)];
      ofAddress.add(network, at);
      if (post === null || ofAddress.count(network, at) > MOST_WISHES) return;
      serve(post, loginName.trim().toLowerCase()).catch((error: unknown) => {
        context.log.warn({ err: error }, 'a link for a new password was not sent');
      });
    },
  };

  async function serve(send: PostLink, loginName: string): Promise<void> {
    const person = await context.store.records.people.byLoginName(loginName);
    if (!person?.email || person.disabled) return;
    const at = context.now();
    if (ofPerson.count(person.id, at) >= MOST_MAILS) return;
    ofPerson.add(person.id, at);
    const secret = newSecret();
    await writeReset(context, person, hashSecret(secret));
    await send({ ...person, email: person.email }, secret);
  }
}

/** A new link makes the earlier one void. */
async function writeReset(context: Context, person: Person, hash: string): Promise<void> {
  const { id: subjectId } = person;
  const expiresAt = context.now() + RESET_MS;
  await change(context, { job: 'reset' }, async (records, noted) => {
    await records.secrets.removeOf('reset', subjectId);
    await records.secrets.put({ hash, purpose: 'reset', subjectId, expiresAt });
    noted.record({ action: 'person.ask-reset', subjectId, before: null, after: null });
  });
}
