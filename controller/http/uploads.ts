import type { Request } from 'express';
import { Refusal } from '../../shared/problem.ts';
import { answer } from '../answer.ts';
import type { Intake } from '../media/intake.ts';
import { Uploads, type TusReply } from '../media/uploads.ts';
import type { Context } from '../usecases/context.ts';
import { checkUpload, takeUpload } from '../usecases/upload-media.ts';
import type { Caller, Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** Uploads in pieces. Each is its sender's alone: for everybody else it is not there. */
export function uploadHandlers(
  context: Context,
  intake: Intake,
): Handlers<'createUpload' | 'readUpload' | 'sendUpload' | 'cancelUpload' | 'readUploadResult'> {
  const uploads = new Uploads({
    folder: intake.files.uploads,
    now: context.now,
    finish: (owner, path, run) =>
      answer(
        () => takeUpload(context, intake, { owner, path, run }),
        (bug) => context.log.error({ err: bug }, 'an upload failed'),
      ),
  });
  return {
    createUpload: async (call) => {
      const { person } = signedIn(call);
      const { organizationId, consent, type } = call.query;
      const bytes = declaredBytes(call.request);
      await checkUpload(context, intake, { person, organizationId, type, bytes });
      const owner = { personId: person.id, organizationId, consent };
      return reply(call.request, await uploads.create(call.request, owner));
    },
    readUpload: async (call) => {
      await requireOwn(uploads, call, call.params.uploadId);
      return reply(call.request, await uploads.proceed(call.request, call.params.uploadId));
    },
    sendUpload: async (call) => {
      await requireOwn(uploads, call, call.params.uploadId);
      return reply(call.request, await uploads.proceed(call.request, call.params.uploadId));
    },
    cancelUpload: async (call) => {
      await requireOwn(uploads, call, call.params.uploadId);
      await uploads.cancel(call.params.uploadId);
      return null;
    },
    readUploadResult: async (call) => {
      await requireOwn(uploads, call, call.params.uploadId);
      return uploads.result(call.params.uploadId);
    },
  };
}

async function requireOwn(uploads: Uploads, caller: Caller, uploadId: string): Promise<void> {
  const owner = await uploads.ownerOf(uploadId);
  if (owner?.personId === signedIn(caller).person.id) return;
  throw new Refusal('not-found', '그 올리기가 없습니다. 처음부터 다시 올려 주십시오.');
}

/** tus says the length of the whole file beforehand. */
function declaredBytes(request: Request): number | null {
  const length = request.get('upload-length') ?? '';
  return /^\d{1,15}$/.test(length) ? Number(length) : null;
}

function reply(request: Request, { status, headers }: TusReply): null {
  request.res?.status(status).set(headers).set('Cache-Control', 'no-store').end();
  return null;
}
