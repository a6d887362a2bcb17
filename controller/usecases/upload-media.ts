import {
  broughtBy,
  consentOf,
  mostBytesOf,
  uploadKindOf,
  type Media,
} from '../../shared/content/media.ts';
import { mayDo, type Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Records } from '../store/store.ts';
import type { Intake, StoredMedia } from '../media/intake.ts';
import type { Incoming } from '../media/receive.ts';
import type { Run } from '../media/decoder.ts';
import type { UploadOwner } from '../media/uploads.ts';
import { change, type Change } from './change.ts';
import type { Context } from './context.ts';

const MEGABYTE = 1024 * 1024;

/** For whom something is brought, and what is said of the people on it. */
export type Brought = Pick<Media, 'organizationId' | 'consent'>;

/**
 * Takes a photo in for an organization. The same photo twice is one row, of all organizations that brought
 * it, and counts as new for the clean-up.
 * @throws Refusal `not-found` for an unknown organization, `forbidden`, or as `Intake.photo` says.
 */
export async function uploadMedia(
  context: Context,
  intake: Intake,
  upload: Brought & { readonly person: Person; readonly incoming: Incoming },
): Promise<Media> {
  const { person, incoming } = upload;
  await requireUploadRight(context.store.records, person, upload.organizationId);
  return intake.photo(incoming, async (stored) => {
    const [media] = await recordMedia(context, person, { ...upload, stored });
    if (!media) throw new Error('a photo that became nothing');
    return media;
  });
}

/**
 * Before an upload in pieces begins: whether its sender may, and whether what it says of itself can be taken.
 * @throws Refusal as `uploadMedia`; `malformed` without its length; `too-large`; `unavailable` for a film without ffmpeg.
 */
export async function checkUpload(
  context: Context,
  intake: Intake,
  upload: {
    readonly person: Person;
    readonly organizationId: string;
    readonly type: string | undefined;
    /** Null when it was not said. */
    readonly bytes: number | null;
  },
): Promise<void> {
  const { person, organizationId, type, bytes } = upload;
  await requireUploadRight(context.store.records, person, organizationId);
  const kind = type === undefined ? undefined : uploadKindOf(type);
  if (kind === 'film' && !intake.takesFilms)
    throw new Refusal(
      'unavailable',
      '이 서버는 동영상을 처리할 수 없습니다(ffmpeg가 없습니다). 사진으로 올리거나 관리자에게 설치를 요청해 주십시오.',
    );
  if (bytes === null)
    throw new Refusal('malformed', '파일의 크기를 먼저 알려 주십시오(Upload-Length).');
  const most = kind === undefined ? Math.max(...Object.values(mostBytesOf)) : mostBytesOf[kind];
  if (bytes > most)
    throw new Refusal(
      'too-large',
      `파일이 너무 큽니다. ${most / MEGABYTE} MB 이하로 줄여 올려 주십시오.`,
    );
}

/**
 * Works on an upload that came in whole. Its sender's rights are looked at again.
 * @throws Refusal as `uploadMedia`, or as `Intake.take` says.
 */
export async function takeUpload(
  context: Context,
  intake: Intake,
  upload: { readonly owner: UploadOwner; readonly path: string; readonly run: Run },
): Promise<readonly Media[]> {
  const { owner, path, run } = upload;
  const person = await context.store.records.people.get(owner.personId);
  if (!person) throw mayNot();
  await requireUploadRight(context.store.records, person, owner.organizationId);
  return intake.take(path, run, (stored) => recordMedia(context, person, { ...owner, stored }));
}

/** @throws Refusal `not-found` for an unknown organization, `forbidden`. */
export async function requireUploadRight(
  records: Pick<Records, 'organizations'>,
  person: Person,
  organizationId: string,
): Promise<void> {
  const organization = await records.organizations.get(organizationId);
  if (organization === undefined)
    throw new Refusal('not-found', '그 운영 주체가 없습니다. 목록에서 다시 골라 주십시오.');
  // A photo belongs to no shop yet: whoever may write for any shop of the organization may bring one.
  const may = person.grants.some(({ shopId }) =>
    mayDo(person, 'media.write', { organizationId, shopId }),
  );
  if (!may || person.disabled) throw mayNot();
}

function mayNot(): Refusal {
  return new Refusal('forbidden', '이 운영 주체의 사진을 올릴 권한이 없습니다.');
}

/**
 * One row for each stored picture and film; a film's poster has one of its own, which is not returned. Working on
 * a film takes its time: throws `forbidden` for whoever has lost the right meanwhile.
 */
export async function recordMedia(
  context: Context,
  person: Person,
  brought: Brought & { readonly stored: readonly StoredMedia[] },
): Promise<readonly Media[]> {
  const { organizationId, consent, stored } = brought;
  const owned = { organizationId, consent, createdAt: context.now() };
  const { value } = await change(context, { person }, async (records, noted) => {
    const still = await records.people.get(person.id);
    if (!still) throw mayNot();
    await requireUploadRight(records, still, organizationId);
    const rows: Media[] = [];
    for (const one of stored) {
      if (!('poster' in one)) {
        rows.push(await put(records, noted, { ...one, ...owned }));
        continue;
      }
      const { poster, ...film } = one;
      await put(records, noted, { ...poster, ...owned });
      rows.push(await put(records, noted, { ...film, ...owned }));
    }
    return rows;
  });
  return value;
}

async function put(records: Records, noted: Change, row: Media): Promise<Media> {
  const before = await records.media.get(row.sha256);
  const known = before && consentOf(before, row.organizationId);
  const after = before ? { ...row, ...broughtBy(before, row), createdAt: row.createdAt } : row;
  await records.media.put(after);
  if (known !== row.consent)
    noted.record({
      action: 'media.upload',
      subjectId: row.sha256,
      before: before ?? null,
      after,
    });
  return after;
}
