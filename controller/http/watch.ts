import type { Request } from 'express';
import { MAX_REPORT_BYTES } from '../../shared/content/board-report.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Context } from '../usecases/context.ts';
import { listAlerts } from '../usecases/list-alerts.ts';
import { listBoardProblems } from '../usecases/list-board-problems.ts';
import { listBoardReports, readReportPicture } from '../usecases/list-board-reports.ts';
import { listTroubles } from '../usecases/list-troubles.ts';
import { sendTestAlert } from '../usecases/send-test-alert.ts';
import { takeBoardReport } from '../usecases/take-board-report.ts';
import type { Alerts } from '../watch/alerts.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** Trouble with boards, the messages about it, and what boards sent of their glass. */
export function watchHandlers(
  context: Context,
  alerts: Alerts,
): Handlers<
  | 'listTroubles'
  | 'listAlerts'
  | 'sendTestAlert'
  | 'listBoardProblems'
  | 'listBoardReports'
  | 'readReportPicture'
> {
  return {
    listTroubles: () => listTroubles(context),
    listAlerts: (call) => listAlerts(context, alerts, signedIn(call).person),
    sendTestAlert: (call) => sendTestAlert(context, alerts, signedIn(call).person),
    listBoardProblems: ({ params }) => listBoardProblems(context, params.screenId),
    listBoardReports: ({ params }) => listBoardReports(context, params.screenId),
    readReportPicture: async ({ params, request }) => {
      const jpeg = await readReportPicture(context, params);
      request.res
        ?.set('Content-Type', 'image/jpeg')
        .set('X-Content-Type-Options', 'nosniff')
        .set('Content-Security-Policy', "sandbox; default-src 'none'")
        // A report never changes; only who may see it does.
        .set('Cache-Control', 'private, max-age=86400')
        .end(jpeg);
      return null;
    },
  };
}

/** What a board sends of its glass. The handler reads the request's stream itself. */
export function boardReportHandlers(context: Context): Handlers<'sendBoardReport'> {
  return {
    sendBoardReport: async ({ device, query, request }) => {
      if (!device)
        throw new Refusal(
          'unauthenticated',
          '연결이 끊긴 보드입니다. 화면을 다시 연결해 주십시오.',
        );
      const jpeg = await readBytes(request, MAX_REPORT_BYTES);
      return takeBoardReport(context, device.screenId, { sent: query, jpeg });
    },
  };
}

async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most)
      throw new Refusal('too-large', '사진이 너무 큽니다. 3 MB 이하로 보내 주십시오.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
