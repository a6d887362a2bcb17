/**
 * What the board's page and the launcher (the process that runs the browser) say to each other. The page
 * calls the function `LAUNCHER_BINDING` with JSON; the launcher answers by an event `LAUNCHER_EVENT` on the
 * window whose detail is JSON. Neither holds a secret of the other's.
 */
import * as z from 'zod/mini';
import { epochMsSchema } from '../content/fields.ts';

export const LAUNCHER_BINDING = 'plazaLauncher';
export const LAUNCHER_EVENT = 'plaza-launcher';

const messageIdSchema = z.string().check(z.minLength(1), z.maxLength(64));
/** A JPEG of at most three megabytes. */
const jpegBase64Schema = z.string().check(z.maxLength(4_000_000), z.regex(/^[A-Za-z0-9+/]+=*$/));

export const launcherFaultKinds = ['crash', 'hang', 'black', 'white', 'frozen', 'build'] as const;

/** What the launcher saw going wrong and mended, or tried to. */
export const launcherFaultSchema = z.strictObject({
  id: messageIdSchema,
  /**
   * `crash` the browser or the page died; `hang` the page did not answer; `black`, `white`, `frozen` the
   * picture was so while a slide should have been on it; `build` the page did not start.
   */
  kind: z.enum(launcherFaultKinds),
  /** By the PC's own clock. */
  at: epochMsSchema,
  /** For the administrator, in English. */
  message: z.string().check(z.maxLength(500)),
  /** The glass at that moment; null where no picture could be had. */
  jpegBase64: z.nullable(jpegBase64Schema),
});
export type LauncherFault = z.infer<typeof launcherFaultSchema>;

/** What the launcher knows of the PC; sent when the page says hello, and when one of them changes. */
export const launcherFactsSchema = z.strictObject({
  version: z.string().check(z.maxLength(64)),
  /** Of the hottest sensor; null where the PC has none. */
  temperatureC: z.nullable(z.number()),
  /** In per cent as it was set last; null where the panel cannot be set. */
  brightnessPercent: z.nullable(z.int().check(z.minimum(0), z.maximum(100))),
});
export type LauncherFacts = z.infer<typeof launcherFactsSchema>;

export const pageToLauncherSchema = z.discriminatedUnion('type', [
  /** The page has started; asks for the facts and for the faults that nobody has handed on. */
  z.strictObject({ type: z.literal('hello') }),
  z.strictObject({ type: z.literal('screenshot'), id: messageIdSchema }),
  z.strictObject({
    type: z.literal('brightness'),
    percent: z.int().check(z.minimum(0), z.maximum(100)),
  }),
  /** The fault was handed on; the launcher forgets it. */
  z.strictObject({ type: z.literal('fault-handled'), id: messageIdSchema }),
]);
export type PageToLauncher = z.infer<typeof pageToLauncherSchema>;

export const launcherToPageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('facts'), facts: launcherFactsSchema }),
  z.strictObject({
    type: z.literal('screenshot'),
    id: messageIdSchema,
    jpegBase64: jpegBase64Schema,
    takenAt: epochMsSchema,
  }),
  z.strictObject({
    type: z.literal('screenshot-failed'),
    id: messageIdSchema,
    message: z.string().check(z.maxLength(500)),
  }),
  /** Comes again every minute until it was handled. */
  z.strictObject({ type: z.literal('fault'), fault: launcherFaultSchema }),
]);
export type LauncherToPage = z.infer<typeof launcherToPageSchema>;
