/** [V40] Who is a merchant and nothing else, and where they may go in the console. */
import type { Person } from '../../../shared/content/person.ts';
import type { Place, Route } from './routes.ts';

/** The shops of a person who is a merchant and nothing else; empty for everybody else. */
export function shopsOfMerchant({ grants }: Pick<Person, 'grants'>): readonly string[] {
  if (grants.some(({ role }) => role !== 'merchant')) return [];
  return [...new Set(grants.flatMap(({ shopId }) => (shopId === null ? [] : [shopId])))];
}

export const merchantPlaces: readonly Place[] = [
  { page: 'my-shop', label: '우리 가게', right: null, isTab: true },
  { page: 'me', label: '내 정보', right: null, isTab: true },
];

/** Where a merchant is led: their own page, but for a slide and what is theirs. */
export function merchantRoute(route: Route): Route {
  const isSlide = route.page === 'slides' && route.part !== '';
  return isSlide || route.page === 'me' ? route : { page: 'my-shop', part: '' };
}
