import type { Person } from '../../shared/content/person.ts';
import type { Context } from './context.ts';
import { isManagedBy } from './invite-person.ts';

/** Everyone of whom `actor` may manage some right, by id. */
export async function listPeople(context: Context, actor: Person): Promise<Person[]> {
  const people = await context.store.records.people.all();
  return people.filter((person) => isManagedBy(person, actor));
}
