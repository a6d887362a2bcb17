import { rateLimit } from 'express-rate-limit';
import type { RequestHandler } from 'express';
import { MINUTE_MS } from '../../shared/time.ts';
import { replyProblem } from './problem-reply.ts';

/** Failed attempts of one address on the endpoints that open a session. */
const MOST_FAILURES = 60;
/** Calls of one address to all other public endpoints that write, boards behind one router included. */
const MOST_CALLS = 300;

/** Limits by address for what anybody may call: guesses, and floods of pairing codes. */
export function rateLimits(): { readonly guesses: RequestHandler; readonly calls: RequestHandler } {
  const common = {
    standardHeaders: 'draft-8' as const,
    legacyHeaders: false,
    handler: (_request: unknown, response: Parameters<RequestHandler>[1]) => {
      const message = '요청이 너무 많습니다. 잠시 뒤에 다시 시도해 주십시오.';
      replyProblem(response, { code: 'too-many', message, fields: [] });
    },
  };
  return {
    guesses: rateLimit({
      ...common,
      windowMs: 15 * MINUTE_MS,
      limit: MOST_FAILURES,
      skipSuccessfulRequests: true,
    }),
    calls: rateLimit({ ...common, windowMs: MINUTE_MS, limit: MOST_CALLS }),
  };
}
