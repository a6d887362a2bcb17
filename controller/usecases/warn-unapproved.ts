import { mayDo } from '../../shared/content/person.ts';
import { titleOf, type Slide } from '../../shared/content/slide.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import { longDateTime } from '../../shared/korean-date.ts';
import type { Unapproved } from '../../shared/protocol/http/approvals.ts';
import { dateInZone, zoneOffsets } from '../manifest/offsets.ts';
import type { Records } from '../store/store.ts';
import type { Alerts } from '../watch/alerts.ts';
import type { Context } from './context.ts';
import { listUnapproved } from './list-unapproved.ts';

const TOLD = 'unapproved-told';

/**
 * [V22] Tells once of each slide and booking that is about to start without an approval. Resolves with how many;
 * null when there is nothing new. Where no channel is set up, the console says it alone.
 */
export async function warnUnapproved(
  context: Context,
  alerts: Pick<Alerts, 'write' | 'senders'>,
): Promise<object | null> {
  if (alerts.senders.length === 0) return null;
  const late = await listUnapproved(context);
  const slides = await context.store.transact(async (records) => {
    const told = toldOf(await records.settings.get(TOLD));
    const fresh = late.filter((one) => !told.has(keyOf(one)));
    // What is no longer late is forgotten: the list stays as short as what waits.
    const keys = late.map(keyOf);
    if (keys.length !== told.size || fresh.length > 0)
      await records.settings.set(TOLD, JSON.stringify(keys));
    if (fresh.length === 0) return 0;
    const text = await textOf(context, records, fresh);
    const subject = `[전자게시대] 곧 나갈 슬라이드 ${fresh.length}장이 승인되지 않았습니다`;
    await records.alerts.put(alerts.write({ kind: 'review', subject, text, screenIds: [] }));
    return fresh.length;
  });
  return slides === 0 ? null : { slides };
}

function keyOf({ slideId, bookingId }: Unapproved): string {
  return `${slideId} ${bookingId}`;
}

function toldOf(setting: string | undefined): ReadonlySet<string> {
  return new Set(setting === undefined ? [] : (JSON.parse(setting) as string[]));
}

async function textOf(
  { now }: Context,
  records: Records,
  fresh: readonly Unapproved[],
): Promise<string> {
  const zone = zoneOf(await records.screens.all());
  const offsets = zoneOffsets(zone, dateInZone(zone, now()), 3);
  const blocks: string[] = [];
  for (const { slideId, bookingId, startsAt } of fresh) {
    const slide = await records.slides.get(slideId);
    const latest = slide && (await records.revisions.get(slide.latestRevisionId));
    const booking = await records.bookings.get(bookingId);
    if (!slide || !latest || !booking) continue;
    blocks.push(
      [
        `■ ${titleOf(latest.content)} (${booking.name})`,
        `  ${longDateTime(offsets, startsAt)}부터 나갈 예정입니다.`,
        `  승인할 수 있는 사람: ${await approversOf(records, slide)}`,
      ].join('\n'),
    );
  }
  return blocks.join('\n\n');
}

async function approversOf(records: Records, slide: Slide): Promise<string> {
  const people = await records.people.all();
  const names = people
    .filter((person) => mayDo(person, 'slide.approve', slide))
    .map(({ displayName }) => displayName);
  return names.length === 0 ? '없음. 관리자에게 알려 주십시오.' : names.join(', ');
}
