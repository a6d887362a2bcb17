/** The place's calendar, the days on which bookings run, and bookings as a calendar to subscribe to. */
import * as z from 'zod/mini';
import { feedFieldsSchema, feedSchema } from '../../content/feed.ts';
import { civilDateSchema, idSchema, versionSchema } from '../../content/fields.ts';
import {
  namedDaySchema,
  placeCalendarFieldsSchema,
  placeCalendarSchema,
} from '../../content/place-calendar.ts';
import { endpoint } from './endpoint.ts';

/** At most 400 days; `from` and `to` are inclusive. */
const spanQuery = z.strictObject({ from: civilDateSchema, to: civilDateSchema });

export const readPlaceCalendar = endpoint({
  method: 'get',
  path: '/api/calendar',
  summary: '임시 공휴일과 장날',
  access: 'content.read',
  params: null,
  query: null,
  body: null,
  value: placeCalendarSchema,
});
export const savePlaceCalendar = endpoint({
  method: 'put',
  path: '/api/calendar',
  summary: '임시 공휴일과 장날을 정한다',
  access: 'calendar.write',
  params: null,
  query: null,
  body: z.extend(placeCalendarFieldsSchema, { version: versionSchema }),
  value: placeCalendarSchema,
});
/** Sorted by date; a date may have several names. */
export const listNamedDays = endpoint({
  method: 'get',
  path: '/api/calendar/days',
  summary: '공휴일과 장날',
  access: 'content.read',
  params: null,
  query: spanQuery,
  body: null,
  value: z.strictObject({
    days: z.array(namedDaySchema),
    /** Last date for which the lunar holidays are known, inclusive. */
    knownUntil: civilDateSchema,
  }),
});
/** The start days of every live booking in the span, by its rule, excluded days, holidays and closing days. */
export const listBookingDays = endpoint({
  method: 'get',
  path: '/api/bookings/days',
  summary: '편성이 나가는 날',
  access: 'content.read',
  params: null,
  query: spanQuery,
  body: null,
  value: z.array(z.strictObject({ bookingId: idSchema, dates: z.array(civilDateSchema) })),
});

/** One's own; who may manage people sees everybody's. */
export const listFeeds = endpoint({
  method: 'get',
  path: '/api/feeds',
  summary: '달력 구독 링크',
  access: 'content.read',
  params: null,
  query: null,
  body: null,
  value: z.array(feedSchema),
});
/** The link is told once; only its hash is kept. */
export const createFeed = endpoint({
  method: 'post',
  path: '/api/feeds',
  summary: '달력 구독 링크를 만든다',
  access: 'content.read',
  params: null,
  query: null,
  body: feedFieldsSchema,
  value: z.strictObject({
    feed: feedSchema,
    /** Path below the site's address, such as `/feeds/SECRET.ics`. */
    path: z.string(),
  }),
});
/** From now on its link answers that there is nothing. */
export const revokeFeed = endpoint({
  method: 'delete',
  path: '/api/feeds/:feedId',
  summary: '달력 구독을 끊는다',
  access: 'content.read',
  params: z.strictObject({ feedId: idSchema }),
  query: null,
  body: null,
  value: null,
});
