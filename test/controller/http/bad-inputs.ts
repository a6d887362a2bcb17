/** What must be refused: each row one call that changes nothing, and the code that it gets. */
import type { ProblemCode } from '../../../shared/problem.ts';
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import { OFFICE_PICTURE, type PersonId } from '../../support/house-fixture.ts';
import type { Sent } from '../../support/test-client.ts';
import { bookingFields, noticeContent, shopFields } from '../../support/values.ts';

export const BOOKING = bookingFields({ shopId: 'bakery', slideIds: ['bread'] });
export const SLIDE = {
  organizationId: 'guild',
  shopId: null,
  content: noticeContent('알림'),
  dwellSeconds: 15,
};
const SHOP = shopFields({ name: { ko: '새 가게' } });
const picture = (sha256: string) => ({ sha256, alt: { ko: '사진' }, focusX: 0.5, focusY: 0.5 });

export interface BadInput {
  readonly why: string;
  readonly name: EndpointName;
  readonly sent: Sent;
  readonly code: ProblemCode;
  /** A field that the problem must name. */
  readonly field?: string;
  readonly by?: PersonId;
}
/** Wrong by their shape alone. */
export const shapes: readonly BadInput[] = [
  { why: 'malformed JSON', name: 'createSlide', sent: { body: '{"a":' }, code: 'malformed' },
  { why: 'an empty body', name: 'createSlide', sent: {}, code: 'malformed' },
  { why: 'a bare number', name: 'createSlide', sent: { body: '7' }, code: 'malformed' },
  { why: 'an array', name: 'createSlide', sent: { body: [] }, code: 'invalid' },
  {
    why: 'another content type',
    name: 'createSlide',
    sent: { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    code: 'unsupported-media',
  },
  {
    why: 'JSON that calls itself text',
    name: 'createSlide',
    sent: { body: JSON.stringify(SLIDE), headers: { 'content-type': 'text/plain' } },
    code: 'unsupported-media',
  },
  {
    why: 'an unknown charset',
    name: 'createSlide',
    sent: { body: '{}', headers: { 'content-type': 'application/json; charset=euc-kr' } },
    code: 'unsupported-media',
  },
  {
    why: '10 MB of text',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: noticeContent('가'.repeat(3_500_000)) } },
    code: 'too-large',
  },
  {
    why: 'a title of 10,000 characters',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: noticeContent('가'.repeat(10_000)) } },
    code: 'invalid',
    field: 'content.title.ko',
  },
  {
    why: 'deep nesting',
    name: 'createSlide',
    sent: { body: '['.repeat(50_000) + ']'.repeat(50_000) },
    code: 'invalid',
  },
  {
    why: 'an unknown field',
    name: 'createSlide',
    sent: { body: { ...SLIDE, state: 'approved' } },
    code: 'invalid',
    field: 'state',
  },
  {
    why: 'a prototype key',
    name: 'createSlide',
    sent: { body: JSON.stringify(SLIDE).replace('{', '{"__proto__":{"admin":true},') },
    code: 'invalid',
    field: '__proto__',
  },
  {
    why: 'a constructor key',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: { ...SLIDE.content, constructor: { prototype: {} } } } },
    code: 'invalid',
    field: 'content.constructor',
  },
  {
    why: 'a wrong type',
    name: 'createSlide',
    sent: { body: { ...SLIDE, dwellSeconds: '15' } },
    code: 'invalid',
    field: 'dwellSeconds',
  },
  {
    why: 'an unknown template',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: { template: 'html', title: { ko: 'x' } } } },
    code: 'invalid',
    field: 'content.template',
  },
  {
    why: 'a right-to-left override',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: noticeContent('\u202e알림') } },
    code: 'invalid',
    field: 'content.title.ko',
  },
  {
    why: 'an id that is none',
    name: 'readSlide',
    sent: { params: { slideId: '../../etc/passwd' } },
    code: 'invalid',
    field: 'slideId',
  },
  {
    why: 'an unknown query',
    name: 'listSlides',
    sent: { query: { sort: 'x' } },
    code: 'invalid',
    field: 'sort',
  },
  {
    why: 'a query that is no number',
    name: 'listAudit',
    sent: { query: { beforeId: 'x' } },
    code: 'invalid',
    field: 'beforeId',
    by: 'admin',
  },
];

const booking = (fields: object, code: ProblemCode, field: string): Omit<BadInput, 'why'> => ({
  name: 'createBooking',
  sent: { body: { ...BOOKING, ...fields } },
  code,
  field,
});
const slide = (fields: object, field: string): Omit<BadInput, 'why'> => ({
  name: 'createSlide',
  sent: { body: { ...SLIDE, ...fields } },
  code: 'invalid',
  field,
});
export const withPicture = (sha256: string) => ({
  content: { ...SLIDE.content, picture: picture(sha256) },
});

/** Well formed, and against a rule. */
export const rules: readonly BadInput[] = [
  {
    why: 'dates backwards',
    ...booking({ fromDate: '2026-12-02', toDate: '2026-12-01' }, 'invalid', 'toDate'),
  },
  { why: 'a date that is none', ...booking({ fromDate: '2026-02-30' }, 'invalid', 'fromDate') },
  {
    why: 'an empty window',
    ...booking({ fromMinute: 600, toMinute: 600 }, 'invalid', 'toMinute'),
  },
  {
    why: 'a window that starts tomorrow',
    ...booking({ fromMinute: 1440, toMinute: 1500 }, 'invalid', 'fromMinute'),
  },
  {
    why: 'a window of more than a day',
    ...booking({ fromMinute: 0, toMinute: 1441 }, 'invalid', 'toMinute'),
  },
  {
    why: 'a rule that is none',
    ...booking({ recurrence: 'FREQ=WEEKLY;BYDAY=XX' }, 'invalid', 'recurrence'),
  },
  { why: 'too many turns', ...booking({ weight: 11 }, 'invalid', 'weight') },
  {
    why: 'an unknown slide in the list',
    ...booking({ slideIds: ['bread', 'nothing'] }, 'invalid', 'slideIds.1'),
  },
  {
    why: "another organization's slide in the list",
    ...booking({ slideIds: ['bread', 'news'] }, 'invalid', 'slideIds.1'),
  },
  {
    why: "another shop's slide in the list",
    ...booking({ slideIds: ['noodles'] }, 'invalid', 'slideIds.0'),
  },
  { why: 'a slide twice', ...booking({ slideIds: ['bread', 'bread'] }, 'invalid', 'slideIds.1') },
  {
    why: 'an unknown screen in the list',
    ...booking({ screens: ['board', 'nowhere'] }, 'invalid', 'screens.1'),
  },
  { why: 'an unknown shop', ...booking({ shopId: 'nothing' }, 'invalid', 'shopId') },
  {
    why: "another organization's picture",
    ...slide(withPicture(OFFICE_PICTURE), 'content.picture.sha256'),
  },
  { why: 'an unknown picture', ...slide(withPicture('f'.repeat(64)), 'content.picture.sha256') },
  {
    why: 'a shop slide without a shop',
    ...slide(
      { content: { template: 'shop', title: { ko: '가게' }, lines: [], picture: null } },
      'shopId',
    ),
  },
  {
    why: 'shares above a hundred',
    name: 'saveShares',
    sent: { body: { shares: [{ organizationId: 'guild', sharePercent: 51, version: 1 }] } },
    code: 'invalid',
    field: 'shares.0.sharePercent',
    by: 'admin',
  },
  {
    why: 'one organization twice in the shares',
    name: 'saveShares',
    sent: {
      body: {
        shares: [
          { organizationId: 'guild', sharePercent: 1, version: 1 },
          { organizationId: 'guild', sharePercent: 2, version: 1 },
        ],
      },
    },
    code: 'invalid',
    field: 'shares',
    by: 'admin',
  },
  {
    why: 'an unknown organization in the shares',
    name: 'saveShares',
    sent: { body: { shares: [{ organizationId: 'nobody', sharePercent: 1, version: 1 }] } },
    code: 'invalid',
    field: 'shares.0.organizationId',
    by: 'admin',
  },
  {
    why: 'a shop handed to another organization',
    name: 'saveShop',
    sent: { params: { shopId: 'bakery' }, body: { ...SHOP, organizationId: 'office', version: 1 } },
    code: 'invalid',
    field: 'organizationId',
    by: 'admin',
  },
  {
    why: 'a stale version',
    name: 'saveSlide',
    sent: {
      params: { slideId: 'bread' },
      body: { content: SLIDE.content, dwellSeconds: 15, version: 7 },
    },
    code: 'conflict',
  },
  {
    why: 'a stale share',
    name: 'saveShares',
    sent: { body: { shares: [{ organizationId: 'guild', sharePercent: 1, version: 9 }] } },
    code: 'conflict',
    by: 'admin',
  },
  {
    why: 'a slide that does not exist',
    name: 'approveSlide',
    sent: {
      params: { slideId: 'nothing' },
      body: { version: 1, contentHash: '0'.repeat(64), checklist: true },
    },
    code: 'not-found',
  },
  {
    why: 'a grant of an unknown organization',
    name: 'invitePerson',
    sent: {
      body: {
        loginName: 'new',
        displayName: '새',
        email: null,
        grants: [{ role: 'manager', organizationId: 'nobody', shopId: null }],
      },
    },
    code: 'invalid',
    field: 'grants.0.organizationId',
    by: 'admin',
  },
  {
    why: 'a merchant without a shop',
    name: 'invitePerson',
    sent: {
      body: {
        loginName: 'new',
        displayName: '새',
        email: null,
        grants: [{ role: 'merchant', organizationId: 'guild', shopId: null }],
      },
    },
    code: 'invalid',
    field: 'grants.0.shopId',
    by: 'admin',
  },
];
