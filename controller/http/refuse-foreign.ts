import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '../../shared/problem.ts';
import { isForeign } from '../people/foreign-origin.ts';
import type { Site } from '../people/site.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Express middleware: refuses unsafe requests that a foreign page sent. */
export function refuseForeign(site: Site) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!SAFE_METHODS.has(request.method) && isForeign(request.headers, site)) {
      next(
        new Refusal(
          'foreign-origin',
          '다른 사이트에서 보낸 요청은 받지 않습니다. 콘솔에서 다시 시도해 주십시오.',
        ),
      );
      return;
    }
    next();
  };
}
