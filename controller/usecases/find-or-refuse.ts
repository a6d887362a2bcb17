import { Refusal } from '../../shared/problem.ts';
import type { Collection } from '../store/store.ts';

/** The value with this id. Throws `not-found`, where `noun` is what to call it with its particle: `슬라이드를`. */
export async function findOrRefuse<T>(
  collection: Pick<Collection<T>, 'get'>,
  id: string,
  noun: string,
): Promise<T> {
  const found = await collection.get(id);
  if (found !== undefined) return found;
  throw new Refusal('not-found', `그 ${noun} 찾을 수 없습니다. 목록을 새로 고쳐 주십시오.`);
}
