/** The Express app: headers, origins, pages, and the whole table of endpoints. Starts and reads nothing by itself. */
import express from 'express';
import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { Refusal } from '../shared/problem.ts';
import { answer } from './answer.ts';
import { resetHandlers, sessionListHandlers, twoStepHandlers } from './http/accounts.ts';
import { alarmHandlers, announcementHandlers } from './http/announcements.ts';
import { auditHandlers } from './http/audit.ts';
import { approvalHandlers } from './http/approvals.ts';
import { bookingHandlers } from './http/bookings.ts';
import { calendarHandlers } from './http/calendar.ts';
import { deviceHandlers } from './http/device.ts';
import { feedHandlers } from './http/feeds.ts';
import { feedRouter } from './http/feed-router.ts';
import { refuseForeign } from './http/refuse-foreign.ts';
import { healthHandlers } from './http/health.ts';
import { mediaHandlers } from './http/media.ts';
import { mount } from './http/mount.ts';
import type { House } from './http/mount.ts';
import { openApi } from './http/openapi.ts';
import { organizationHandlers } from './http/organizations.ts';
import { pagesRouter } from './http/pages.ts';
import { pairingHandlers } from './http/pairings.ts';
import { peopleHandlers, sessionHandlers } from './http/people.ts';
import { planQuestionHandlers } from './http/plan-questions.ts';
import { replyProblem } from './http/problem-reply.ts';
import { screenHandlers } from './http/screens.ts';
import { securityHeaders } from './http/security-headers.ts';
import { shortLinkRouter } from './http/short-link-router.ts';
import { shopHandlers } from './http/shops.ts';
import { slideHandlers } from './http/slides.ts';
import { uploadHandlers } from './http/uploads.ts';
import { boardReportHandlers, watchHandlers } from './http/watch.ts';
import type { Intake } from './media/intake.ts';
import { mediaRouter } from './media/serve.ts';
import { signInLimit } from './people/sign-in-limit.ts';
import type { Site } from './people/site.ts';
import type { PostLink } from './usecases/ask-reset.ts';
import type { Context } from './usecases/context.ts';
import type { Alerts } from './watch/alerts.ts';

export interface AppOptions extends Site {
  /** Absolute: where `kiosk/` and `console/` were built to. */
  readonly distDir: string;
  readonly intake: Intake;
  readonly alerts: Alerts;
  /** How links for new passwords are mailed; null mails none. */
  readonly postLink: PostLink | null;
  /** What `/healthz` tells; `startedAt` is epoch milliseconds. */
  readonly process: Parameters<typeof healthHandlers>[1];
  /** Logs each request; left out in tests. */
  readonly requestLog?: RequestHandler;
}

/** The app over `context`. */
export function createApp(context: Context, options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // A count of hops, never `true`: then anyone could claim any address.
  app.set('trust proxy', options.trustProxyHops);
  if (options.requestLog) app.use(options.requestLog);
  app.use(securityHeaders(options));
  app.use(refuseForeign(options));
  app.use(mediaRouter(options.intake.files));
  app.use(feedRouter(context, options));
  app.use(shortLinkRouter(context));
  app.use(pagesRouter(options.distDir));
  mountApi(app, { context, site: options }, options);
  app.use((_request, _response, next) => {
    next(new Refusal('not-found', '그런 주소는 없습니다. 주소를 다시 확인해 주십시오.'));
  });
  app.use(lastResort(context));
  return app;
}

function mountApi(app: Express, house: House, options: AppOptions): void {
  const { context, site } = house;
  const { intake, alerts, postLink, process } = options;
  const limit = signInLimit(context.now);
  let document: unknown;
  app.get('/api/openapi.json', (_request, response) => {
    document ??= openApi(process.build.version);
    response.json(document);
  });
  const post = { alerts, origin: site.publicUrl };
  const handlers = {
    ...sessionHandlers(house, limit),
    ...twoStepHandlers(house, limit),
    ...sessionListHandlers(context),
    ...resetHandlers(context, postLink),
    ...peopleHandlers(context),
    ...auditHandlers(context),
    ...organizationHandlers(context),
    ...shopHandlers(context),
    ...slideHandlers(context, site, alerts),
    ...approvalHandlers(context),
    ...bookingHandlers(context),
    ...calendarHandlers(context),
    ...feedHandlers(context),
    ...planQuestionHandlers(context),
    ...screenHandlers(context),
    ...pairingHandlers(context),
    ...announcementHandlers(context, post),
    ...alarmHandlers(context, post),
    ...deviceHandlers(context),
    ...mediaHandlers(context, intake),
    ...uploadHandlers(context, intake),
    ...watchHandlers(context, alerts),
    ...boardReportHandlers(context),
    ...healthHandlers(context, process),
  };
  mount(app, handlers, house);
}

/** What was thrown outside of an endpoint: a foreign origin, an address that cannot be decoded, a bug. */
function lastResort(context: Context): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express knows error handlers by their four parameters
  return async (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const reply = await answer(
      () => Promise.reject(asError(error)),
      (bug) => {
        context.log.error({ err: bug }, 'a request failed outside of the endpoints');
      },
    );
    if (!reply.ok) replyProblem(response, reply);
  };
}

/** Express itself refuses addresses with broken escapes by an error of status 400. */
function asError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('something else was thrown', { cause: error });
  return 'status' in error && error.status === 400
    ? new Refusal('malformed', '주소를 읽을 수 없습니다. 다시 확인해 주십시오.')
    : error;
}
