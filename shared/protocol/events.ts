/** Socket.IO events, both directions. One object payload per event, the acknowledgement last. */
import * as z from 'zod/mini';
import { announcementSchema } from '../content/announcement.ts';
import { epochMsSchema, idSchema, languages } from '../content/fields.ts';
import { playSchema, playTotalSchema, receiptSchema } from '../content/play.ts';
import type { ProblemCode } from '../problem.ts';
import type { Command, CommandAnswer, CommandState } from './commands.ts';
import type { ManifestPatch } from './manifest.ts';

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ProblemCode; readonly message: string };
export type Ack<T> = (reply: Reply<T>) => void;

/** Namespaces are static. A board authenticates with `{token}`, a console by its session cookie. */
export const KIOSK_NAMESPACE = '/kiosk';
export const CONSOLE_NAMESPACE = '/console';
export const BEAT_MS = 15_000;
export const MAX_BATCH = 200;

/** What is really on the glass now. */
export const glassSchema = z.strictObject({
  layer: z.enum(['slot', 'house', 'important', 'emergency', 'all-clear', 'blank', 'off']),
  slideId: z.nullable(idSchema),
  revisionId: z.nullable(idSchema),
  bookingId: z.nullable(idSchema),
  /** Planned start and end of the slot on the glass; null on other layers. */
  slotStartMs: z.nullable(epochMsSchema),
  slotEndMs: z.nullable(epochMsSchema),
  announcementId: z.nullable(idSchema),
  /** In which the slide speaks (S13); absent is Korean. */
  language: z.optional(z.enum(languages)),
  /** When it was painted, by the board's estimate of the server's clock. */
  paintedAt: epochMsSchema,
});
export type Glass = z.infer<typeof glassSchema>;

/** What a board has: the same in hello and beat, so that either heals a gap. */
const heldSchema = z.strictObject({
  manifestId: z.nullable(z.string()),
  /** 0 when it holds none. */
  manifestRevision: z.int().check(z.minimum(0)),
  manifestHash: z.nullable(z.string()),
  announcementSeq: z.int().check(z.minimum(0)),
  screenVersion: z.int().check(z.minimum(0)),
});

export const helloSchema = z.strictObject({
  protocol: z.int(),
  build: z.string().check(z.maxLength(64)),
  held: heldSchema,
  viewportWidthPx: z.int(),
  viewportHeightPx: z.int(),
  /** Whether the browser promised to keep its storage. */
  persisted: z.boolean(),
});
export type Hello = z.infer<typeof helloSchema>;

/** How the board's PC is. Each is absent where the board cannot know it, or is of a version before. */
const deviceFacts = {
  /** Whether its time comes from a server, or from what drifted little since. */
  clockSure: z.optional(z.boolean()),
  /** What the browser keeps for the board, of how much it may keep, bytes; `persisted` that it promised to. */
  storage: z.optional(
    z.strictObject({
      usedBytes: z.int().check(z.minimum(0)),
      quotaBytes: z.int().check(z.minimum(0)),
      persisted: z.boolean(),
    }),
  ),
  /** Since the page started. */
  frames: z.optional(
    z.strictObject({
      sinceAt: epochMsSchema,
      dropped: z.int().check(z.minimum(0)),
      /** The longest that the glass stood still, milliseconds. */
      longestMs: z.int().check(z.minimum(0)),
    }),
  ),
  /** Absent until it is known where the board stands. */
  light: z.optional(
    z.strictObject({
      /** What the slide on the glass keeps of its signal. */
      keptPercent: z.int().check(z.minimum(0), z.maximum(100)),
      part: z.enum(['day', 'dusk', 'evening', 'small-hours', 'dawn']),
      /** The most mean luminance that the board may have now, cd/m². */
      limitNits: z.int().check(z.minimum(0)),
    }),
  ),
  /** Only with a launcher. */
  launcher: z.optional(
    z.strictObject({
      version: z.string().check(z.maxLength(64)),
      temperatureC: z.nullable(z.number()),
      /** Of the panel; null where it cannot be set, absent from a version before. */
      brightnessPercent: z.optional(z.nullable(z.int())),
    }),
  ),
};

export const beatSchema = z.strictObject({
  held: heldSchema,
  glass: z.nullable(glassSchema),
  safeMode: z.boolean(),
  /** Server clock minus the board's own, milliseconds, by round trips. */
  clockOffsetMs: z.number(),
  /** Plays that wait to be stored. */
  unsentPlays: z.int().check(z.minimum(0)),
  /** Plays that were folded into totals for want of room, and wait; absent is none. */
  foldedPlays: z.optional(z.int().check(z.minimum(0))),
  /** Slides that are left out on this board for now. */
  failedSlideIds: z.array(idSchema).check(z.maxLength(100)),
  /** Slides whose pictures are not on this board yet; absent is none. */
  waitingSlideIds: z.optional(z.array(idSchema).check(z.maxLength(100))),
  ...deviceFacts,
});
export type Beat = z.infer<typeof beatSchema>;

/** Answer to hello and beat: the newest of everything; the board pulls what it lacks. */
export interface Newest {
  readonly serverAt: number;
  readonly screenId: string;
  readonly manifestId: string;
  readonly manifestRevision: number;
  readonly manifestHash: string;
  readonly announcementSeq: number;
  readonly screenVersion: number;
}

/** What became of a batch of proofs; a batch of which nothing can be is refused with `invalid`. */
export interface Settled {
  /** Ids that are stored durably, doubles included. */
  readonly stored: readonly string[];
  /** Ids of what cannot be, which are not to be sent again; absent is none. */
  readonly refused?: readonly string[];
}

export const playsSchema = z.strictObject({
  plays: z.array(playSchema).check(z.minLength(1), z.maxLength(MAX_BATCH)),
});
export const playTotalsSchema = z.strictObject({
  totals: z.array(playTotalSchema).check(z.minLength(1), z.maxLength(MAX_BATCH)),
});
export const receiptsSchema = z.strictObject({
  receipts: z.array(receiptSchema).check(z.minLength(1), z.maxLength(MAX_BATCH)),
});
export const kioskProblemSchema = z.strictObject({
  kind: z.enum([
    'slide-failed',
    'slide-misfit',
    'media-failed',
    'clock-jumped',
    'clock-drifted',
    'page-failed',
    'build-failed',
    'storage-failed',
    // Something between the board and the controller answers in its place, such as a login page.
    'intercepted',
  ]),
  slideId: z.nullable(idSchema),
  /** Of a misfit: the revision that was laid out. */
  revisionId: z.optional(idSchema),
  message: z.string().check(z.maxLength(500)),
});
export const emptySchema = z.strictObject({});

/** One change in the stream of announcements, sent whole. */
export const announcementNowSchema = z.strictObject({ announcement: announcementSchema });
export type AnnouncementNow = z.infer<typeof announcementNowSchema>;

export interface KioskToController {
  'kiosk:hello': (hello: Hello, ack: Ack<Newest>) => void;
  'kiosk:beat': (beat: Beat, ack: Ack<Newest>) => void;
  'kiosk:plays': (batch: z.infer<typeof playsSchema>, ack: Ack<Settled>) => void;
  'kiosk:play-totals': (batch: z.infer<typeof playTotalsSchema>, ack: Ack<Settled>) => void;
  'kiosk:receipts': (batch: z.infer<typeof receiptsSchema>, ack: Ack<Settled>) => void;
  'kiosk:problem': (problem: z.infer<typeof kioskProblemSchema>, ack: Ack<null>) => void;
  /** Says what became of a command. */
  'kiosk:answer': (answer: CommandAnswer, ack: Ack<null>) => void;
  /** For the clock offset: the board halves the round trip. */
  'kiosk:time': (
    empty: z.infer<typeof emptySchema>,
    ack: Ack<{ readonly serverAt: number }>,
  ) => void;
}

export interface ControllerToKiosk {
  /** A hint that carries the change; a board that lacks `from` pulls. */
  'manifest:changed': (patch: ManifestPatch) => void;
  'announcement:now': (now: AnnouncementNow) => void;
  /** The board's own document changed; it pulls it. */
  'screen:changed': (changed: { readonly version: number }) => void;
  'command:now': (command: Command) => void;
}

/** A board's state as the console draws it. */
export interface ScreenState {
  readonly screenId: string;
  readonly connected: boolean;
  /** Server's clock at the last word from the board; null before the first. */
  readonly heardAt: number | null;
  readonly beat: Beat | null;
  /** Server's clock when `beat` came; other words of the board may be younger. Null before the first. */
  readonly beatAt: number | null;
  readonly manifestRevision: number;
  /** What its page was built as; null before its first hello. */
  readonly build: string | null;
  /** The newest last. */
  readonly commands: readonly CommandState[];
  /** Slides of which this board has not room for all that was written. */
  readonly misfits: readonly Misfit[];
}

/** What a board left out, in the revision that it laid out. */
export interface Misfit {
  readonly slideId: string;
  readonly revisionId: string;
  /** The texts, for people. */
  readonly message: string;
}

/** Which lists a console should read again. */
export const contentKinds = [
  'slides',
  'bookings',
  'shops',
  'screens',
  'announcements',
  'organizations',
  'people',
  'media',
  'calendar',
  'feeds',
  'watch',
] as const;
export type ContentKind = (typeof contentKinds)[number];

export interface ControllerToConsole {
  'screen:state': (state: ScreenState) => void;
  'receipt:arrived': (receipt: {
    readonly screenId: string;
    readonly kind: z.infer<typeof receiptSchema>['kind'];
    readonly subjectId: string;
    readonly version: number;
    readonly paintedAt: number;
    /** From the moment the request was accepted to the painted frame, milliseconds. */
    readonly latencyMs: number | null;
  }) => void;
  'content:changed': (changed: { readonly kinds: readonly ContentKind[] }) => void;
}

export interface ConsoleToController {
  /** Answers with every board's state; later ones come as `screen:state`. */
  'console:hello': (
    empty: z.infer<typeof emptySchema>,
    ack: Ack<{ readonly serverAt: number; readonly screens: readonly ScreenState[] }>,
  ) => void;
}
