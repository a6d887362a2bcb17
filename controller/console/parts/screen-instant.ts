/** A screen and an instant as one part of an address: `plaza-1@1795503015000`. Pure. */
import { epochMsSchema } from '../../../shared/content/fields.ts';
import type { EpochMs } from '../../../shared/time.ts';

export interface ScreenInstant {
  /** Empty where none is named. */
  readonly screenId: string;
  readonly at: EpochMs | undefined;
}

/** Anything that is no instant is left out. */
export function screenInstantOf(part: string): ScreenInstant {
  const [screenId = '', instant = ''] = part.split('@');
  const { data } = epochMsSchema.safeParse(instant === '' ? undefined : Number(instant));
  return { screenId, at: data };
}

export function partOf(screenId: string, at: EpochMs): string {
  return `${screenId}@${at}`;
}
