import type { ScreenFields } from '../content/screen.ts';
import type { Measurement } from './measurement.ts';

/** What of the board matters. */
export type JudgedBoard = Pick<
  ScreenFields,
  'pitchMm' | 'viewingDistanceM' | 'facesRoad' | 'trafficSignalWithin30m'
>;

export interface Judged {
  readonly measurement: Measurement;
  readonly board: JudgedBoard;
  /** Of one page, seconds. */
  readonly dwellSeconds: number;
}
