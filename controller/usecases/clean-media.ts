import { storedFilesOf, type Media } from '../../shared/content/media.ts';
import { filesOf, pictureOf } from '../../shared/content/slide.ts';
import { DAY_MS } from '../../shared/time.ts';
import type { MediaFiles } from '../media/media-files.ts';
import type { Records } from '../store/store.ts';
import type { Context } from './context.ts';

/** An uploaded picture that no slide took goes after this. */
const UNUSED_DAYS = 7;
/** A file without a row, left by a crash between the two, goes after this. */
const ORPHAN_DAYS = 1;

/**
 * Removes pictures that no revision of any slide draws, orphaned files and parts of broken uploads. The row
 * goes first: a crash in between leaves a file without a row, never a row without its file. Files that
 * `stillNeeded` names (those of the kept backups) stay.
 */
export async function cleanMedia(
  context: Context,
  files: MediaFiles,
  stillNeeded: () => Promise<ReadonlySet<string>>,
): Promise<object | null> {
  const at = context.now();
  return files.alone(async () => {
    const rows = await context.store.transact((records) =>
      removeUnused(records, at - UNUSED_DAYS * DAY_MS),
    );
    const known = namesOf(await context.store.records.media.all());
    const forgotten = namesOf(rows);
    const needed = await stillNeeded();
    let removed = 0;
    for (const { sha256, modifiedAt } of await files.list()) {
      if (known.has(sha256) || needed.has(sha256)) continue;
      if (!forgotten.has(sha256) && modifiedAt >= at - ORPHAN_DAYS * DAY_MS) continue;
      await files.remove(sha256);
      removed += 1;
    }
    const parts = await files.removeParts(at - ORPHAN_DAYS * DAY_MS);
    return rows.length + removed + parts === 0
      ? null
      : { rows: rows.length, files: removed, parts };
  });
}

async function removeUnused(records: Records, before: number): Promise<readonly Media[]> {
  const old = (await records.media.all()).filter(({ createdAt }) => createdAt < before);
  if (old.length === 0) return [];
  const used = await usedHashes(records);
  const unused = old.filter(({ sha256 }) => !used.has(sha256));
  for (const { sha256 } of unused) await records.media.remove(sha256);
  return unused;
}

/** Of all files that the rows name: pictures are stored in several sizes. */
function namesOf(rows: readonly Media[]): ReadonlySet<string> {
  return new Set(rows.flatMap(storedFilesOf).map(({ sha256 }) => sha256));
}

async function usedHashes(records: Records): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const slide of await records.slides.all()) {
    for (const { content } of await records.revisions.ofSlide(slide.id)) {
      for (const sha256 of filesOf(content)) used.add(sha256);
      const original = pictureOf(content)?.straightened?.from;
      if (original !== undefined) used.add(original);
    }
  }
  return used;
}
