/** What everybody who runs the board has to know, and says that they do: 비상 단독 송출, 긴급 정정. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, line } from './fields.ts';
import type { Person, Role } from './person.ts';

export const alarmNoteSchema = z.strictObject({
  id: idSchema,
  at: epochMsSchema,
  kind: z.enum(['break-glass', 'correction']),
  announcementId: idSchema,
  byPersonId: idSchema,
  /** Their name, as it was then. */
  by: line(30),
  title: line(40),
  body: z.nullable(line(400)),
  /** Why they went alone; null for a correction. */
  reason: z.nullable(line(200)),
});
export type AlarmNote = z.infer<typeof alarmNoteSchema>;

const TOLD: readonly Role[] = ['manager', 'officer', 'administrator'];

/** Whether a note concerns `person`: it is not their own, and they run the board with the one who wrote it. */
export function isTold(
  person: Pick<Person, 'id' | 'grants' | 'disabled' | 'createdAt'>,
  { at, byPersonId }: Pick<AlarmNote, 'at' | 'byPersonId'>,
): boolean {
  if (person.disabled || person.id === byPersonId || at < person.createdAt) return false;
  return person.grants.some(({ role }) => TOLD.includes(role));
}
