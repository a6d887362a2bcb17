import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Context } from '../usecases/context.ts';
import { exportAudit, type AuditFile } from '../usecases/export-audit.ts';
import { listAudit } from '../usecases/list-audit.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** Who did what. */
export function auditHandlers(context: Context): Handlers<'listAudit' | 'exportAudit'> {
  return {
    listAudit: (call) => listAudit(context, signedIn(call).person, call.query),
    exportAudit: async (call) => {
      const file = await exportAudit(context, signedIn(call).person, call.query);
      if (call.request.res) await sendFile(call.request.res, file);
      return null;
    },
  };
}

async function sendFile(response: Response, { name, mime, parts }: AuditFile): Promise<void> {
  response
    .set('Content-Type', mime)
    .set('Content-Disposition', `attachment; filename="${name}"`)
    .set('X-Content-Type-Options', 'nosniff')
    .set('Content-Security-Policy', "sandbox; default-src 'none'")
    .set('Cache-Control', 'no-store');
  try {
    await pipeline(Readable.from(parts), response);
  } catch (error) {
    // Who closes the page has no use for the rest.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
