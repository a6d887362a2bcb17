import { rateLimit } from 'express-rate-limit';
import type { RequestHandler } from 'express';
import { MINUTE_MS } from '../../shared/time.ts';
import { replyProblem } from './problem-reply.ts';

/** Failed attempts of one address at one endpoint that opens something. */
const MOST_FAILURES = 60;
/** Calls of one address to one other public endpoint that writes, boards behind one router included. */
const MOST_CALLS = 300;

const common = {
  standardHeaders: 'draft-8' as const,
  legacyHeaders: false,
  // How many proxies are believed is the operator's word; what others forge is not looked at.
  validate: { xForwardedForHeader: false },
  handler: (_request: unknown, response: Parameters<RequestHandler>[1]) => {
    const message = '요청이 너무 많습니다. 잠시 뒤에 다시 시도해 주십시오.';
    replyProblem(response, { code: 'too-many', message, fields: [] });
  },
};

/** A new limit on guesses, by address: each endpoint has its own, so that a board's cannot lock people out. */
export function limitGuesses(): RequestHandler {
  return rateLimit({
    ...common,
    windowMs: 15 * MINUTE_MS,
    limit: MOST_FAILURES,
    skipSuccessfulRequests: true,
  });
}

/** A new limit on calls, by address. */
export function limitCalls(): RequestHandler {
  return rateLimit({ ...common, windowMs: MINUTE_MS, limit: MOST_CALLS });
}
