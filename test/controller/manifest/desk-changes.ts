/** Changes of content as the use cases make them, for tests of what they do to manifests. */
import type { Manifest } from '../../../shared/protocol/manifest.ts';
import type { Records } from '../../../controller/store/store.ts';
import type { Change } from '../../../controller/usecases/change.ts';
import { aBooking, aRevision, aSlide, noticeContent } from '../../support/values.ts';

export async function addSlide(records: Records, noted: Change, id: string): Promise<void> {
  const revision = aRevision({ id: `${id}-r1`, slideId: id, content: noticeContent(id) });
  await records.revisions.add(revision);
  await records.slides.put(
    aSlide({
      id,
      state: 'approved',
      latestRevisionId: revision.id,
      approvedRevisionId: revision.id,
    }),
  );
  noted.touch('slides');
}

export async function book(
  records: Records,
  noted: Change,
  fields: Parameters<typeof aBooking>[0],
) {
  await records.bookings.put(aBooking(fields));
  noted.touch('bookings');
}

export async function correct(
  records: Records,
  noted: Change,
  { id, title }: { id: string; title: string },
): Promise<void> {
  const slide = await records.slides.get(id);
  const number = (slide?.version ?? 0) + 1;
  const revision = aRevision({
    id: `${id}-c${number}`,
    slideId: id,
    number,
    content: noticeContent(title),
  });
  await records.revisions.add(revision);
  await records.slides.put({
    ...slide!,
    latestRevisionId: revision.id,
    approvedRevisionId: revision.id,
    version: number,
  });
  noted.touch('slides');
}

export async function withdraw(records: Records, noted: Change, id: string): Promise<void> {
  const slide = await records.slides.get(id);
  await records.slides.put({
    ...slide!,
    state: 'withdrawn',
    approvedRevisionId: null,
    version: slide!.version + 1,
  });
  noted.touch('slides');
}

export async function correctBack(records: Records, noted: Change, id: string): Promise<void> {
  const slide = await records.slides.get(id);
  await records.slides.put({
    ...slide!,
    state: 'approved',
    approvedRevisionId: slide!.latestRevisionId,
    version: slide!.version + 1,
  });
  noted.touch('slides');
}

/** Patched lists grow at their end; their order means nothing. */
export function inOrder(manifest: Manifest): Manifest {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    ...manifest,
    slides: manifest.slides.toSorted(byId),
    bookings: manifest.bookings.toSorted(byId),
  };
}
