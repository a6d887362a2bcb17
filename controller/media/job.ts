/** What the server and the process that decodes say to each other. */
import type { UploadKind } from '../../shared/content/media.ts';
import type { ProblemCode } from '../../shared/problem.ts';

/** Absolute paths of the two programs. */
export interface Ffmpeg {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

/** One piece of work. What it makes is written into `folder`, which exists and is empty. */
export type Job = { readonly folder: string } & (
  | {
      readonly task: 'take';
      readonly path: string;
      /** Others are refused. */
      readonly kinds: readonly UploadKind[];
      readonly ffmpeg: Ffmpeg | null;
    }
  | { readonly task: 'straighten'; readonly path: string; readonly degrees: number }
  | { readonly task: 'draw'; readonly svgs: readonly string[]; readonly widthPx: number }
);

export interface MadeFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Smallest first. Never empty. */
export type MadePicture = readonly MadeFile[];

export interface MadeFilm {
  readonly file: MadeFile;
  readonly poster: MadePicture;
  readonly durationMs: number;
  readonly flashesPerSecond: number;
}

export type Made = { readonly picture: MadePicture } | { readonly film: MadeFilm };

/** From the process to the server; the last one is `made`, `refused` or `failed`. */
export type Told =
  /** What the file turned out to be. */
  | { readonly kind: UploadKind }
  /** A program that it started. */
  | { readonly pid: number }
  /** From 0 to 1. */
  | { readonly part: number }
  | { readonly made: readonly Made[] }
  | { readonly refused: { readonly code: ProblemCode; readonly message: string } }
  | { readonly failed: string };

export type Tell = (told: Told) => void;
