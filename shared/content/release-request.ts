/** 긴급 송출 승인 요청: an emergency, frozen as it was written, and who let it out or did not. */
import * as z from 'zod/mini';
import { MINUTE_MS, type EpochMs } from '../time.ts';
import { newAnnouncementSchema } from './announcement.ts';
import { epochMsSchema, idSchema, line, sha256Schema } from './fields.ts';

/** How long a request waits for a second person. */
export const RELEASE_MS = 10 * MINUTE_MS;

export const releaseStates = [
  'waiting',
  'released',
  'refused',
  'lapsed',
  'taken-back',
  /** 비상 단독 송출: its own writer put it on air. */
  'break-glass',
] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** Why somebody went alone, or said no. */
export const reasonSchema = line(200).check(
  z.minLength(5, { error: '사유를 다섯 글자 이상 적어 주십시오.' }),
);

export const releaseRequestSchema = z.strictObject({
  id: idSchema,
  requestedAt: epochMsSchema,
  requestedBy: idSchema,
  /** Exclusive. */
  lapsesAt: epochMsSchema,
  state: z.enum(releaseStates),
  /** What goes on air, and nothing else does. */
  proposal: newAnnouncementSchema,
  /** SHA-256 of the proposal: who releases says what was read. */
  hash: sha256Schema,
  decidedAt: z.nullable(epochMsSchema),
  decidedBy: z.nullable(idSchema),
  /** Of a refusal and of break-glass. */
  reason: z.nullable(line(200)),
  /** What went on air. */
  announcementId: z.nullable(idSchema),
});
export type ReleaseRequest = z.infer<typeof releaseRequestSchema>;

/** The state at `at`: one that waits no longer has lapsed, whether or not that was written down yet. */
export function releaseStateAt({ state, lapsesAt }: ReleaseRequest, at: EpochMs): ReleaseState {
  return state === 'waiting' && lapsesAt <= at ? 'lapsed' : state;
}
