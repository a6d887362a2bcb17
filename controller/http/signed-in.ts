import { Refusal } from '../../shared/problem.ts';
import type { SignedIn } from '../people/session.ts';
import type { Caller } from './handler.ts';

/** The person and session of a call; its endpoint's access made sure that there is one. */
export function signedIn({ person, session }: Caller): SignedIn {
  if (person && session) return { person, session };
  throw new Refusal('unauthenticated', '먼저 로그인해 주십시오.');
}
