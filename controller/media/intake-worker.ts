/** Process: decodes what people upload, job by job, apart from the server, which ends it when one takes too much. */
import { stat } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { mostBytesOf, type UploadKind } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Job, Made, Tell, Told } from './job.ts';
import { kindOfFile, type FileKind } from './kind-of-file.ts';

const MEGABYTE = 1024 * 1024;

// The server is gone, or done with this process; ffmpeg must not outlive it either.
process.once('disconnect', endAll);
process.on('message', (job: Job) => void run(job));

async function run(job: Job): Promise<void> {
  const tell: Tell = (told) => process.send?.(told);
  // The plan and the pushes go first; ffmpeg inherits it. The first start waits for its drawings, though.
  if (job.task !== 'draw') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  tell(await outcome(job, tell));
}

async function outcome(job: Job, tell: Tell): Promise<Told> {
  try {
    return { made: await work(job, tell) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, message: error.message } };
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return { failed: code };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function work(job: Job, tell: Tell): Promise<readonly Made[]> {
  const { folder } = job;
  if (job.task === 'take') return take(job, tell);
  const { straighten, drawPicture } = await import('./picture.ts');
  if (job.task === 'straighten')
    return [{ picture: await straighten(job.path, job.degrees, folder) }];
  const made: Made[] = [];
  for (const svg of job.svgs) made.push({ picture: await drawPicture(svg, job.widthPx, folder) });
  return made;
}

async function take(job: Job & { readonly task: 'take' }, tell: Tell): Promise<readonly Made[]> {
  const { path, folder, kinds, ffmpeg } = job;
  const found: FileKind = await kindOfFile(path, kinds);
  await refuseLarge(path, found.kind);
  tell({ kind: found.kind });
  if ('container' in found) {
    const { readFilm } = await import('./film.ts');
    const { container } = found;
    return [{ film: await readFilm({ container, path, folder, ffmpeg }, tell) }];
  }
  if (found.kind === 'photo') {
    const { readPhoto } = await import('./picture.ts');
    return [{ picture: await readPhoto(path, folder) }];
  }
  const { readPdf } = await import('./pdf.ts');
  return (await readPdf(path, folder, tell)).map((picture) => ({ picture }));
}

async function refuseLarge(path: string, kind: UploadKind): Promise<void> {
  const most = mostBytesOf[kind];
  if ((await stat(path)).size <= most) return;
  const words = { photo: '사진이', pdf: 'PDF가', film: '동영상이' }[kind];
  throw new Refusal(
    'too-large',
    `${words} 너무 큽니다. ${most / MEGABYTE} MB 이하로 줄여 올려 주십시오.`,
  );
}

function endAll(): void {
  // The process leads a group of its own, which is itself and what it started; Windows has no groups.
  process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
}
