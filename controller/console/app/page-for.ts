/** The page of a route. */
import { html, type TemplateResult } from 'lit';
import { mayDoSomewhere, type Person, type Right } from '../../../shared/content/person.ts';
import type { Desk } from '../link/desk.ts';
import { merchantRoute, shopsOfMerchant } from './merchant.ts';
import type { Route } from './routes.ts';
import '../pages/console-announcement-report.ts';
import '../pages/console-announcements.ts';
import '../pages/console-audit.ts';
import '../pages/console-booking.ts';
import '../pages/console-bookings.ts';
import '../pages/console-calendar.ts';
import '../pages/console-compose.ts';
import '../pages/console-holidays.ts';
import '../pages/console-feeds.ts';
import '../pages/console-me.ts';
import '../pages/console-moment.ts';
import '../pages/console-more.ts';
import '../pages/console-my-shop.ts';
import '../pages/console-now.ts';
import '../pages/console-people.ts';
import '../pages/console-person.ts';
import '../pages/console-promises.ts';
import '../pages/console-review-queue.ts';
import '../pages/console-run-sheet.ts';
import '../pages/console-screen.ts';
import '../pages/console-screens.ts';
import '../pages/console-shares.ts';
import '../pages/console-shop.ts';
import '../pages/console-shops.ts';
import '../pages/console-slide.ts';
import '../pages/console-slides.ts';
import '../pages/console-withdrawal.ts';

type Draw = (desk: Desk, person: Person, part: string) => TemplateResult;

const lists: Readonly<Record<string, Draw>> = {
  now: (desk, me) => html`<console-now .desk=${desk} .me=${me}></console-now>`,
  slides: (desk, me) => html`<console-slides .desk=${desk} .me=${me}></console-slides>`,
  bookings: (desk, me) => html`<console-bookings .desk=${desk} .me=${me}></console-bookings>`,
  calendar: (desk, me) => html`<console-calendar .desk=${desk} .me=${me}></console-calendar>`,
  announcements: (desk, me) =>
    html`<console-announcements .desk=${desk} .me=${me}></console-announcements>`,
  review: (desk, me) => html`<console-review-queue .desk=${desk} .me=${me}></console-review-queue>`,
  shops: (desk, me) => html`<console-shops .desk=${desk} .me=${me}></console-shops>`,
  screens: (desk, me) => html`<console-screens .desk=${desk} .me=${me}></console-screens>`,
  people: (desk) => html`<console-people .desk=${desk}></console-people>`,
  shares: (desk) => html`<console-shares .desk=${desk}></console-shares>`,
  audit: (desk) => html`<console-audit .desk=${desk}></console-audit>`,
  me: (desk, me) => html`<console-me .desk=${desk} .me=${me}></console-me>`,
  'my-shop': (desk, me) => html`<console-my-shop .desk=${desk} .me=${me}></console-my-shop>`,
  feeds: (desk, me) => html`<console-feeds .desk=${desk} .me=${me}></console-feeds>`,
  holidays: (desk, me) => html`<console-holidays .desk=${desk} .me=${me}></console-holidays>`,
  more: (_desk, me) => html`<console-more .me=${me}></console-more>`,
  promises: (desk) => html`<console-promises .desk=${desk}></console-promises>`,
  plan: (desk) => html`<console-run-sheet .desk=${desk}></console-run-sheet>`,
  moment: (desk) => html`<console-moment .desk=${desk}></console-moment>`,
};

const single: Readonly<Record<string, Draw>> = {
  slides: (desk, me, id) =>
    html`<console-slide .desk=${desk} .me=${me} .slideId=${id}></console-slide>`,
  bookings: (desk, me, id) =>
    html`<console-booking .desk=${desk} .me=${me} .bookingId=${id}></console-booking>`,
  announcements: (desk, me, id) =>
    html`<console-compose .desk=${desk} .me=${me} .start=${id}></console-compose>`,
  'announcements/report': (desk, _me, id) =>
    html`<console-announcement-report
      .desk=${desk}
      .announcementId=${id}
    ></console-announcement-report>`,
  shops: (desk, me, id) =>
    html`<console-shop .desk=${desk} .me=${me} .shopId=${id}></console-shop>`,
  withdrawal: (desk, _me, id) =>
    html`<console-withdrawal .desk=${desk} .slideId=${id}></console-withdrawal>`,
  screens: (desk, me, id) =>
    html`<console-screen .desk=${desk} .me=${me} .screenId=${id}></console-screen>`,
  people: (desk, _me, id) => html`<console-person .desk=${desk} .personId=${id}></console-person>`,
  plan: (desk, _me, id) => html`<console-run-sheet .desk=${desk} .place=${id}></console-run-sheet>`,
  moment: (desk, _me, id) => html`<console-moment .desk=${desk} .place=${id}></console-moment>`,
};

/** What a person must hold somewhere to use a page; `new` and the like come after a slash. */
const needs: Readonly<Record<string, Right>> = {
  people: 'person.write',
  shares: 'organization.write',
  audit: 'audit.read',
  review: 'slide.approve',
  'slides/new': 'slide.write',
  'bookings/new': 'booking.write',
  'announcements/new': 'announcement.send',
  'announcements/emergency': 'announcement.send',
  'announcements/report': 'announcement.send',
  'shops/new': 'shop.write',
  'screens/new': 'screen.write',
};

/** A list, or with a second segment the one thing in it; an unknown page is told in words. */
export function pageFor(route: Route, desk: Desk, me: Person): TemplateResult {
  const { page, part } = shopsOfMerchant(me).length > 0 ? merchantRoute(route) : route;
  const need = needs[page] ?? needs[`${page}/${part}`];
  if (need && !mayDoSomewhere(me, need)) return dead('이 화면을 쓸 권한이 없습니다');
  const draw = part === '' ? lists[page] : (single[page] ?? lists[page]);
  if (draw) return draw(desk, me, part);
  return dead('찾는 화면이 없습니다');
}

function dead(words: string): TemplateResult {
  return html`<div class="card empty">
    <h1>${words}</h1>
    <a class="button" href="#/now">지금 화면으로 가기</a>
  </div>`;
}
