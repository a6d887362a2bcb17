/** The first administrator: a secret is printed while nobody exists, and works once. */
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { openEntry, type Browser, type Entry } from '../people/entry.ts';
import { refuseWeakPassword } from '../people/password-rules.ts';
import { hashPassword } from '../people/password.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';

const SETUP_MS = 7 * 24 * HOUR_MS;

export interface SetupFields {
  readonly secret: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
  readonly browser: Browser;
}

/** Whether nobody exists yet. */
export async function isSetupOpen(context: Context): Promise<boolean> {
  return (await context.store.records.people.all()).length === 0;
}

/** While nobody exists: a new secret for the setup link, which replaces earlier ones; else undefined. */
export async function ensureSetupSecret(context: Context): Promise<string | undefined> {
  return context.store.transact(async (records) => {
    await records.secrets.removeOf('setup', null);
    if ((await records.people.all()).length > 0) return undefined;
    const secret = newSecret();
    await records.secrets.put({
      hash: hashSecret(secret),
      purpose: 'setup',
      subjectId: null,
      expiresAt: context.now() + SETUP_MS,
    });
    return secret;
  });
}

/** Makes the first administrator and signs in. Throws `gone` once it was done, `forbidden` for a wrong secret. */
export async function runSetup(
  context: Context,
  fields: SetupFields,
): Promise<Entry & { readonly person: Person }> {
  const hash = hashSecret(fields.secret);
  // Looked at first: a wrong secret must not cost a password hash.
  if (!(await isSetupOpen(context))) throw over();
  if (!(await context.store.records.secrets.get(hash, 'setup', context.now()))) throw wrong();
  await refuseWeakPassword(fields.password, fields, 'password');
  const passwordHash = await hashPassword(fields.password);
  const now = context.now();
  const person: Person = {
    id: context.newId(),
    loginName: fields.loginName,
    displayName: fields.displayName,
    email: null,
    grants: [{ role: 'administrator', organizationId: null, shopId: null }],
    disabled: false,
    createdAt: now,
    version: 1,
  };
  const { value } = await change(context, { person }, async (records, noted) => {
    if ((await records.people.all()).length > 0) throw over();
    if (!(await records.secrets.take(hash, 'setup', now))) throw wrong();
    await records.people.put(person);
    await records.people.setPasswordHash(person.id, passwordHash);
    noted.touch('people');
    noted.record({ action: 'person.setup', subjectId: person.id, before: null, after: person });
    return openEntry(records, { personId: person.id, browser: fields.browser }, now);
  });
  return { person, ...value };
}

function over(): Refusal {
  return new Refusal('gone', '처음 설정은 이미 끝났습니다. 로그인해 주십시오.');
}

function wrong(): Refusal {
  return new Refusal(
    'forbidden',
    '설정 링크가 맞지 않습니다. 서버를 다시 시작하면 새 링크가 나옵니다.',
  );
}
