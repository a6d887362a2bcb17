import type { AlarmNote } from '../../shared/content/alarm-note.ts';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Person } from '../../shared/content/person.ts';
import type { ReleaseRequest } from '../../shared/content/release-request.ts';
import type { Records } from '../store/store.ts';
import { alarmWords, type AlarmFacts } from '../watch/alarm-words.ts';
import type { Alerts } from '../watch/alerts.ts';
import type { Change } from './change.ts';
import type { Context } from './context.ts';
import { screenIdsOf } from './show-slide-now.ts';

/** How words about emergencies leave the house. */
export interface AlarmPost {
  readonly alerts: Pick<Alerts, 'write'>;
  /** Of the console, for the link; null where only the machine itself knows it. */
  readonly origin: string | null;
}

interface House {
  readonly context: Context;
  readonly post: AlarmPost;
}

interface InChange {
  readonly records: Records;
  readonly noted: Change;
}

/** [A11] A note for everybody who runs the board, and an alert: in the change itself, so that neither can be lost. */
export async function tellEverybody(
  house: House,
  { records, noted }: InChange,
  told: {
    readonly kind: AlarmNote['kind'];
    readonly person: Person;
    readonly announcement: Announcement;
    readonly reason: string | null;
  },
): Promise<void> {
  const { context } = house;
  const { kind, person, announcement, reason } = told;
  const { id: announcementId, title, body } = announcement;
  await records.alarms.addNote({
    ...{ id: context.newId(), at: announcement.sentAt, kind, announcementId },
    ...{ byPersonId: person.id, by: person.displayName, title, body, reason },
  });
  await alert(house, { records, noted }, { kind, by: person.displayName, reason, announcement });
}

/** [A2] An alert that somebody waits for a release. */
export async function tellOfRequest(
  house: House,
  inChange: InChange,
  { person, request }: { readonly person: Person; readonly request: ReleaseRequest },
): Promise<void> {
  const { proposal, requestedAt, lapsesAt } = request;
  const announcement = { ...proposal, sentAt: requestedAt };
  const by = person.displayName;
  await alert(house, inChange, { kind: 'request', by, reason: null, announcement, lapsesAt });
}

async function alert(
  { context, post }: House,
  { records, noted }: InChange,
  facts: Omit<AlarmFacts, 'boards' | 'offsets' | 'origin'>,
): Promise<void> {
  const screenIds = screenIdsOf(context, facts.announcement.screens);
  const names = new Map((await records.screens.all()).map(({ id, name }) => [id, name]));
  const boards = screenIds.map((id) => names.get(id) ?? id);
  const [first = ''] = screenIds;
  const offsets = context.manifests.ofScreen(first)?.manifest.calendar.offsets ?? [];
  const words = alarmWords({ ...facts, boards, offsets, origin: post.origin });
  await records.alerts.put(
    post.alerts.write({ kind: 'emergency', ...words, screenIds: [...screenIds] }),
  );
  noted.touch('watch');
}
