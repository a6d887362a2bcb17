import type { Person } from '../../shared/content/person.ts';
import type { ReviewNote } from '../../shared/content/review-note.ts';
import type { Context } from './context.ts';

/** [V20] What the person has not read yet, newest first. */
export async function listReviewNotes(
  { store }: Context,
  { id }: Pick<Person, 'id'>,
): Promise<ReviewNote[]> {
  return [...(await store.records.reviewNotes.ofPerson(id))];
}

/** The person has read it. Nothing happens to what is not theirs, or is gone already. */
export async function dismissReviewNote(
  { store }: Context,
  { id }: Pick<Person, 'id'>,
  noteId: string,
): Promise<null> {
  await store.transact((records) => records.reviewNotes.remove(id, noteId));
  return null;
}
