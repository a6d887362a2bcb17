import * as z from 'zod/mini';
import { Refusal } from '../../shared/problem.ts';
import type { Ffmpeg, Tell } from './job.ts';
import { runProgram } from './run-program.ts';

export interface Probed {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Null where the file does not say. */
  readonly durationMs: number | null;
}

const seconds = z.optional(z.string());
const probedSchema = z.object({
  streams: z.array(z.object({ width: z.int(), height: z.int(), duration: seconds })),
  format: z.object({ duration: seconds }),
});

/**
 * What a film says of itself.
 * @throws Refusal `unreadable-media` where it has no picture or says nothing that can be understood.
 */
export async function probeFilm(
  path: string,
  container: 'mov' | 'matroska',
  { ffmpeg, tell }: { readonly ffmpeg: Ffmpeg; readonly tell: Tell },
): Promise<Probed> {
  let printed = '';
  const { code } = await runProgram(
    ffmpeg.ffprobe,
    [
      ...['-v', 'error', '-protocol_whitelist', 'file', '-f', container],
      ...[
        '-select_streams',
        'v:0',
        '-show_entries',
        'stream=width,height,duration:format=duration',
      ],
      ...['-of', 'json', path],
    ],
    {
      onStart: (pid) => tell({ pid }),
      onData: (chunk) => (printed += chunk.toString()),
    },
  );
  const probed = code === 0 ? probedSchema.safeParse(parsed(printed)) : null;
  const stream = probed?.data?.streams[0];
  if (!probed?.data || !stream || stream.width < 1 || stream.height < 1)
    throw new Refusal(
      'unreadable-media',
      '동영상을 읽을 수 없습니다. 파일이 깨졌거나 화면이 없습니다. 다른 동영상을 올려 주십시오.',
    );
  const duration = Number(stream.duration ?? probed.data.format.duration);
  return {
    widthPx: stream.width,
    heightPx: stream.height,
    durationMs: Number.isFinite(duration) ? Math.round(duration * 1000) : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Nothing that a schema takes.
  }
}
