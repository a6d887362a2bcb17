import type { Request } from 'express';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Intake } from '../media/intake.ts';
import type { Incoming } from '../media/receive.ts';
import type { Context } from '../usecases/context.ts';
import { readMedia } from '../usecases/read-media.ts';
import { uploadMedia } from '../usecases/upload-media.ts';
import type { Handlers } from './handler.ts';

/** Upload and look-up of pictures. The upload reads the request's stream itself: nothing may have read it before. */
export function mediaHandlers(
  context: Context,
  intake: Intake,
): Handlers<'uploadMedia' | 'readMedia'> {
  return {
    uploadMedia: ({ person, query, request }) =>
      uploadMedia(context, intake, {
        ...query,
        person: signedIn(person),
        incoming: incomingOf(request),
      }),
    readMedia: ({ params }) => readMedia(context, params.sha256),
  };
}

function incomingOf(request: Request): Incoming {
  const length = request.headers['content-length'];
  return { body: request, declaredBytes: length === undefined ? null : Number(length) };
}

function signedIn(person: Person | undefined): Person {
  if (person === undefined) throw new Refusal('unauthenticated', '먼저 로그인해 주십시오.');
  return person;
}
