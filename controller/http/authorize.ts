import type { Request } from 'express';
import { mayDoSomewhere } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Access } from '../../shared/protocol/http/endpoint.ts';
import { bearerToken, deviceOfToken } from '../people/device-token.ts';
import { readSessionCookie } from '../people/session-cookie.ts';
import { signedInBy } from '../people/session.ts';
import type { Site } from '../people/site.ts';
import { mustSetTwoStepUp } from '../people/two-step-rules.ts';
import type { Context } from '../usecases/context.ts';
import type { Caller } from './handler.ts';

/**
 * Who calls, if `access` lets them: nobody in particular, a board by its token, or a signed-in person, who
 * for a right must hold it somewhere. Throws `unauthenticated`, `forbidden` or `two-step-needed`.
 */
export async function authorize(
  { context, site }: { readonly context: Context; readonly site: Site },
  access: Access,
  request: Request,
): Promise<Caller> {
  if (access === 'public') return {};
  if (access === 'device') {
    const token = bearerToken(request.headers.authorization);
    const device = await deviceOfToken(context.store.records, token);
    if (device) return { device };
    throw new Refusal(
      'unauthenticated',
      '연결되지 않은 화면입니다. 콘솔에서 다시 연결해 주십시오.',
    );
  }
  const caller = await signedInBy(context, readSessionCookie(request.headers.cookie, site.secure));
  if (!caller) throw new Refusal('unauthenticated', '먼저 로그인해 주십시오.');
  if (access === 'entering') return caller;
  if (await mustSetTwoStepUp({ records: context.store.records, site }, caller.person)) {
    throw new Refusal(
      'two-step-needed',
      '두 단계 로그인을 먼저 켜 주십시오. 그 뒤에 모든 기능을 쓸 수 있습니다.',
    );
  }
  if (access !== 'session' && !mayDoSomewhere(caller.person, access)) {
    throw new Refusal(
      'forbidden',
      '이 작업을 할 권한이 없습니다. 관리자에게 권한을 요청해 주십시오.',
    );
  }
  return caller;
}
