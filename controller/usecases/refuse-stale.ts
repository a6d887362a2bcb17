import { Refusal } from '../../shared/problem.ts';

/** Throws `conflict` when what was edited (`seen`) is not what is stored now. */
export function refuseStale(stored: number, seen: number): void {
  if (stored === seen) return;
  throw new Refusal(
    'conflict',
    '그 사이에 다른 사람이 고쳤습니다. 새로 고친 내용을 확인하고 다시 저장해 주십시오.',
  );
}
