/** Where in the console a person is: the hash, taken apart. */
import type { Right } from '../../../shared/content/person.ts';

export interface Route {
  /** First segment, such as `slides`; with the third, where there is one: `announcements/report`. */
  readonly page: string;
  /** Second segment: an id, `new`, a secret; empty for the list. */
  readonly part: string;
}

export interface Place {
  readonly page: string;
  readonly label: string;
  /** Shown only to who holds it somewhere; null for everybody. */
  readonly right: Right | null;
  readonly isTab: boolean;
}

/** In the order of the navigation; tabs are what a phone shows at its bottom. */
export const places: readonly Place[] = [
  { page: 'now', label: '지금', right: null, isTab: true },
  { page: 'slides', label: '슬라이드', right: null, isTab: true },
  { page: 'bookings', label: '편성', right: null, isTab: true },
  { page: 'announcements', label: '공지', right: null, isTab: true },
  { page: 'shops', label: '가게', right: null, isTab: false },
  { page: 'screens', label: '화면', right: null, isTab: false },
  { page: 'people', label: '사람', right: 'person.write', isTab: false },
];

/** Pages that stand below another in the navigation. */
const below: Readonly<Record<string, string>> = {
  review: 'now',
  withdrawal: 'slides',
  calendar: 'bookings',
  plan: 'bookings',
  moment: 'bookings',
  promises: 'bookings',
  holidays: 'bookings',
  feeds: 'bookings',
  'announcements/report': 'announcements',
};

/** The page of the navigation that stands for `page`. */
export function placeOf(page: string): string {
  return below[page] ?? page;
}

/** `#/slides/abc` to its parts; an empty hash is the first page. What stands below one thing is a page of its own. */
export function routeOf(hash: string): Route {
  const [page = '', part = '', below = ''] = hash.replace(/^#\/?/, '').split('/');
  const name = below === '' ? page : `${page}/${below}`;
  return { page: name === '' ? 'now' : name, part: decodeURIComponent(part) };
}

/** Goes to a page, such as `slides/new`. */
export function goTo(path: string): void {
  location.hash = `#/${path}`;
}
