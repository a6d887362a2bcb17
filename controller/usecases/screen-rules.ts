/** What a screen must be, whoever writes it. */
import type { ScreenFields } from '../../shared/content/screen.ts';
import { Refusal } from '../../shared/problem.ts';
import { isZone } from '../manifest/offsets.ts';
import { refuseUndrawable } from './refuse-undrawable.ts';

/** Throws `invalid` for a zone that does not exist, and for a name or place that the board cannot draw. */
export function refuseBadScreen(fields: Pick<ScreenFields, 'zone' | 'name' | 'place'>): void {
  refuseUndrawable({ name: fields.name, place: fields.place });
  if (isZone(fields.zone)) return;
  const message = '그런 시간대가 없습니다. Asia/Seoul처럼 적어 주십시오.';
  throw new Refusal('invalid', '화면을 다시 확인해 주십시오.', [{ path: 'zone', message }]);
}
