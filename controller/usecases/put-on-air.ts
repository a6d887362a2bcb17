import {
  isLiveAt,
  type Announcement,
  type NewAnnouncement,
} from '../../shared/content/announcement.ts';
import type { Screen } from '../../shared/content/screen.ts';
import { Refusal } from '../../shared/problem.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import { putBlank, tellBlank } from './blank-screen.ts';
import type { Change } from './change.ts';
import { clearOne } from './clear-announcement.ts';
import type { Context } from './context.ts';
import { addNotice } from './notice-slides.ts';
import { screenIdsOf } from './show-slide-now.ts';

/** One announcement that goes on air within a change. */
export interface GoingOnAir {
  readonly proposal: NewAnnouncement;
  /** The district for which it speaks. */
  readonly organizationId: string;
  /** Who wrote it. */
  readonly sentBy: string;
  /** The acceptance: receipts are counted from here. */
  readonly at: EpochMs;
  /** The verb of the audit row, and what stands there beside the announcement. */
  readonly audit: { readonly action: string; readonly evidence?: object };
}

export interface OnAirNow {
  readonly announcement: Announcement;
  readonly corrected: Announcement | null;
  /** Boards that were blanked and are lit by it. */
  readonly lit: readonly Screen[];
}

interface InChange {
  readonly records: Records;
  readonly noted: Change;
}

/** Writes the announcement, lifts what it corrects, and lights boards; its rules were asked before. */
export async function putOnAir(
  context: Context,
  { records, noted }: InChange,
  { proposal, organizationId, sentBy, at, audit }: GoingOnAir,
): Promise<OnAirNow> {
  const { corrects, unblank, ...fields } = proposal;
  const screenIds = screenIdsOf(context, fields.screens);
  const seq = (await records.announcements.newestSeq()) + 1;
  const sent = {
    ...{ ...fields, id: context.newId(), seq, sentAt: at, sentBy },
    ...{ clearedAt: null, corrects },
  };
  const inLoop =
    fields.level === 'notice'
      ? await addNotice(records, noted, {
          ...{ announcement: sent, organizationId, screenIds, newId: context.newId },
        })
      : { slideId: null, bookingId: null };
  const announcement: Announcement = { ...sent, ...inLoop };
  await records.announcements.put(announcement);
  noted.touch('announcements');
  const { action, evidence } = audit;
  const after = { ...announcement, ...evidence };
  noted.record({ action, subjectId: announcement.id, before: null, after });
  const corrected = corrects === null ? null : await correct(corrects, { records, noted }, at);
  const lit = unblank ? await light(screenIds, { records, noted }, at) : [];
  return { announcement, corrected, lit };
}

/** After the commit. The new one first: in between nothing but announcements may be seen. */
export function tellBoards(context: Context, { announcement, corrected, lit }: OnAirNow): void {
  context.boards.announce(announcement);
  if (corrected) context.boards.announce(corrected);
  for (const screen of lit) tellBlank(context, screen);
}

async function correct(
  announcementId: string,
  { records, noted }: InChange,
  at: EpochMs,
): Promise<Announcement | null> {
  const before = await records.announcements.get(announcementId);
  if (!before)
    throw new Refusal('invalid', '정정할 공지가 없습니다. 목록을 새로 고쳐 주십시오.', [
      { path: 'corrects', message: '정정할 공지가 없습니다.' },
    ]);
  return isLiveAt(before, at) ? clearOne(before, { records, noted, at }) : null;
}

async function light(
  screenIds: readonly string[],
  { records, noted }: InChange,
  at: EpochMs,
): Promise<Screen[]> {
  const lit: Screen[] = [];
  for (const id of screenIds) {
    const screen = await records.screens.get(id);
    if (screen && screen.blankUntil !== null && screen.blankUntil > at)
      lit.push(await putBlank(screen, null, { records, noted }));
  }
  return lit;
}
