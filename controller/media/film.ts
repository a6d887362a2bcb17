/** Films of any container and codec that ffmpeg reads: checked, then made anew as the boards play them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MAX_FILM_PIXELS, MAX_FILM_SECONDS } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import { FlashCounter } from './flashes.ts';
import type { Ffmpeg, MadeFile, MadeFilm, Tell } from './job.ts';
import { readPhoto } from './picture.ts';
import { probeFilm, type Probed } from './probe-film.ts';
import { runProgram } from './run-program.ts';

export interface FilmSource {
  readonly path: string;
  readonly folder: string;
  readonly container: 'mov' | 'matroska';
  /** Null where the server has none. */
  readonly ffmpeg: Ffmpeg | null;
}

const LONGEST_SIDE_PX = 1920;
const FRAMES_PER_SECOND = 30;
/** A film that claims no length is read no further than just beyond the longest that is taken. */
const READ_SECONDS = MAX_FILM_SECONDS + 1;
/** A film that is shorter than it says by more was cut off on its way. */
const MOST_MISSING_MS = 1500;
/** Of the grey frames that flashes are counted in. */
const SAMPLE = { width: 64, height: 36 };
/** Making it takes most of the time; looking for flashes and the poster the rest. */
const MAKING_PART = 0.85;

/**
 * The film as H.264 without sound, at most 1920 px wide or high, 30 frames a second, with its poster.
 * @throws Refusal `unavailable` without ffmpeg, `unreadable-media` (broken, cut off, no picture), `too-large`
 *   (too long, too many pixels).
 */
export async function readFilm(source: FilmSource, tell: Tell): Promise<MadeFilm> {
  const { ffmpeg, folder } = source;
  if (ffmpeg === null)
    throw new Refusal(
      'unavailable',
      '이 서버는 동영상을 처리할 수 없습니다(ffmpeg가 없습니다). 사진으로 올리거나 관리자에게 설치를 요청해 주십시오.',
    );
  const said = await probeFilm(source.path, source.container, { ffmpeg, tell });
  refuseBad(said);
  const path = join(folder, 'film.mp4');
  await make({ ...source, ffmpeg, to: path, durationMs: said.durationMs }, tell);
  const made = await probeFilm(path, 'mov', { ffmpeg, tell }).catch(() => unreadable());
  const durationMs = made.durationMs ?? 0;
  if (durationMs > MAX_FILM_SECONDS * 1000) throw tooLong();
  if (durationMs < 1 || durationMs + MOST_MISSING_MS < (said.durationMs ?? 0)) unreadable();
  const flashesPerSecond = await countFlashes(path, ffmpeg, tell);
  const poster = await makePoster({ path, folder, ffmpeg, durationMs }, tell);
  const file = await hashed(path, folder, made);
  return {
    file,
    poster,
    durationMs: Math.min(durationMs, MAX_FILM_SECONDS * 1000),
    flashesPerSecond,
  };
}

function refuseBad({ widthPx, heightPx, durationMs }: Probed): void {
  if (widthPx * heightPx > MAX_FILM_PIXELS)
    throw new Refusal(
      'too-large',
      `동영상의 화면이 너무 큽니다(${widthPx}×${heightPx}). 4K(3840×2160) 이하로 줄여 올려 주십시오.`,
    );
  // Phones write some hundredths of a second more than they show.
  if (durationMs !== null && durationMs > MAX_FILM_SECONDS * 1000 + 500) throw tooLong();
}

async function make(
  order: FilmSource & {
    readonly ffmpeg: Ffmpeg;
    readonly to: string;
    readonly durationMs: number | null;
  },
  tell: Tell,
): Promise<void> {
  const { path, container, to, ffmpeg } = order;
  const wholeMs = order.durationMs ?? MAX_FILM_SECONDS * 1000;
  const most = (side: string) => `'min(${LONGEST_SIDE_PX},${side})'`;
  const scale = `scale=${most('iw*sar')}:${most('ih')}:force_original_aspect_ratio=decrease:force_divisible_by=2`;
  const { code } = await runProgram(
    ffmpeg.ffmpeg,
    [
      ...QUIET,
      ...['-progress', 'pipe:1', '-max_pixels', `${MAX_FILM_PIXELS}`],
      ...['-f', container, '-i', path],
      ...['-map', '0:v:0', '-an', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
      ...['-t', `${READ_SECONDS}`, '-vf', `${scale},setsar=1,fps=${FRAMES_PER_SECOND}`],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22', '-maxrate', '8M'],
      ...['-bufsize', '16M', '-pix_fmt', 'yuv420p', '-profile:v', 'high', '-g', '60'],
      ...['-threads', '1', '-flags:v', '+bitexact', '-fflags', '+bitexact'],
      ...['-movflags', '+faststart', '-f', 'mp4', '-y', to],
    ],
    {
      onStart: (pid) => tell({ pid }),
      onData: (chunk) => {
        const at = /out_time_us=(\d+)/.exec(chunk.toString())?.[1];
        if (at === undefined) return;
        tell({ part: Math.min(1, Number(at) / 1000 / wholeMs) * MAKING_PART });
      },
    },
  );
  if (code !== 0) unreadable();
}

async function countFlashes(path: string, ffmpeg: Ffmpeg, tell: Tell): Promise<number> {
  const counter = new FlashCounter({ ...SAMPLE, framesPerSecond: FRAMES_PER_SECOND });
  const { code } = await runProgram(
    ffmpeg.ffmpeg,
    [
      ...[...QUIET, '-f', 'mov', '-i', path, '-an'],
      ...['-vf', `scale=${SAMPLE.width}:${SAMPLE.height}:flags=area,format=rgb24`],
      ...['-threads', '1', '-f', 'rawvideo', 'pipe:1'],
    ],
    { onStart: (pid) => tell({ pid }), onData: (chunk) => counter.add(chunk) },
  );
  if (code !== 0) unreadable();
  return counter.mostPerSecond();
}

async function makePoster(
  film: { path: string; folder: string; ffmpeg: Ffmpeg; durationMs: number },
  tell: Tell,
): Promise<MadeFilm['poster']> {
  const frame = join(film.folder, 'poster.png');
  // A third in: films like to begin in black.
  const at = `${Math.floor(film.durationMs / 3) / 1000}`;
  const { code } = await runProgram(
    film.ffmpeg.ffmpeg,
    [
      ...[...QUIET, '-ss', at, '-f', 'mov', '-i', film.path],
      ...['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-update', '1', '-y', frame],
    ],
    { onStart: (pid) => tell({ pid }) },
  );
  if (code !== 0) unreadable();
  const poster = await readPhoto(frame, film.folder);
  await rm(frame);
  return poster;
}

async function hashed(path: string, folder: string, made: Probed): Promise<MadeFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest('hex');
  const { size } = await stat(path);
  const to = join(folder, sha256);
  await rename(path, to);
  return { path: to, sha256, bytes: size, widthPx: made.widthPx, heightPx: made.heightPx };
}

/** Only files, so that a playlist in disguise fetches nothing. */
const QUIET = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file,pipe'] as const;

function tooLong(): Refusal {
  return new Refusal(
    'too-large',
    `동영상이 ${MAX_FILM_SECONDS}초보다 깁니다. ${MAX_FILM_SECONDS}초 이하로 잘라 올려 주십시오.`,
  );
}

function unreadable(): never {
  throw new Refusal(
    'unreadable-media',
    '동영상을 읽을 수 없습니다. 파일이 깨졌거나 다 받아지지 않았습니다. 다른 동영상을 올려 주십시오.',
  );
}
