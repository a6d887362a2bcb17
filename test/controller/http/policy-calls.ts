/** The calls of the policy: whose things there are in the house, and how they are asked for. */
import type { Sent } from '../../support/test-client.ts';
import { aBooking, aScreen, bookingFields, noticeContent } from '../../support/values.ts';
import { places, type Place } from './rights-grid.ts';

export const NO_UPLOAD = '0190163d-8694-739b-aea5-966c26f8ad91';
export const versioned = { version: 999 };
export const span = { from: '2026-11-01', to: '2026-11-30' };
export const backwards = { from: '2026-11-02', to: '2026-11-01' };
export const onBoard = { params: { screenId: 'board' } };
export const soon = { at: '1795305600000' };
export const content = noticeContent('알림');
export const slideOf = {
  guild: 'festival',
  bakery: 'bread',
  'noodle-bar': 'noodles',
  office: 'news',
};
export const bookingOf = {
  guild: 'guild-booking',
  bakery: 'bread-booking',
  office: 'news-booking',
};
export const personOf = { guild: 'manager', office: 'officer', everything: 'admin' };
export const grantIn = (organizationId: string | null) => ({
  ...{ role: 'manager' as const, organizationId, shopId: null },
});
export const screen: Partial<ReturnType<typeof aScreen>> = aScreen({});
delete screen.id;
delete screen.blankUntil;
delete screen.version;
export const announcement = {
  ...{ level: 'important', title: '안내', body: null, source: '도봉구청', screens: 'all' },
  // Long past: nobody's reaches a board.
  ...{ expiresAt: 1, drill: false, corrects: null, unblank: false },
};

/** One call for each of some owners. */
export function each<P extends Place>(of: readonly P[], sent: (place: P) => Sent): Record<P, Sent> {
  return Object.fromEntries(of.map((place) => [place, sent(place)])) as Record<P, Sent>;
}
export const slides = each(['guild', 'bakery', 'noodle-bar', 'office'], (place) => ({
  params: { slideId: slideOf[place] },
}));
export const onSlide = (body: object = {}) =>
  each(['guild', 'bakery', 'noodle-bar', 'office'], (place) => ({
    params: { slideId: slideOf[place] },
    body: { ...versioned, ...body },
  }));
export const onBooking = (body: object = {}) =>
  each(['guild', 'bakery', 'office'], (place) => ({
    params: { bookingId: bookingOf[place] },
    body: { ...versioned, ...body },
  }));
export const booked = (place: Place) => {
  const { organizationId, shopId } = places[place];
  const slideIds = [slideOf[place === 'everything' ? 'guild' : place]];
  // Dates that run backwards: to who may, the booking is invalid.
  const dates = { fromDate: '2026-11-02', toDate: '2026-11-01' };
  return bookingFields({ organizationId: organizationId ?? '', shopId, slideIds, ...dates });
};
export const byOrganization = (sent: (organizationId: string) => Sent) =>
  each(['guild', 'office'], (place) => sent(place));
export const broughtFor = (organizationId: string): Sent => ({
  query: { organizationId, consent: 'none-needed' },
});
export const share = (organizationId: string, sharePercent = 1) => ({
  ...{ organizationId, sharePercent, version: 999 },
});
export const edited = (id: string, version = 999) => ({
  before: null,
  after: aBooking({ id, version }),
});
export const person = (grants: readonly object[]) => ({
  ...{ displayName: '담당', email: null, grants, disabled: false, version: 999 },
});
export const ofPeople = {
  at: each(['guild', 'office', 'everything'], (place) => ({
    params: { personId: personOf[place] },
  })),
  together: [{ of: ['guild', 'office'] as const, sent: { params: { personId: 'both' } } }],
};
