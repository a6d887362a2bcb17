import type { Request } from 'express';
import type { Intake } from '../media/intake.ts';
import type { Incoming } from '../media/receive.ts';
import type { Context } from '../usecases/context.ts';
import { readMedia } from '../usecases/read-media.ts';
import { straightenMedia } from '../usecases/straighten-media.ts';
import { uploadMedia } from '../usecases/upload-media.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** Upload in one piece, and look-up. The upload reads the request's stream itself: nothing may have read it before. */
export function mediaHandlers(
  context: Context,
  intake: Intake,
): Handlers<'uploadMedia' | 'readMedia' | 'straightenMedia'> {
  return {
    uploadMedia: (call) =>
      uploadMedia(context, intake, {
        ...call.query,
        person: signedIn(call).person,
        incoming: incomingOf(call.request),
      }),
    readMedia: ({ params }) => readMedia(context, params.sha256),
    straightenMedia: (call) =>
      straightenMedia(context, intake, {
        ...call.params,
        ...call.body,
        person: signedIn(call).person,
      }),
  };
}

function incomingOf(request: Request): Incoming {
  const length = request.headers['content-length'];
  return { body: request, declaredBytes: length === undefined ? null : Number(length) };
}
