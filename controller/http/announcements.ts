import { breakGlass, breakGlassOnRequest } from '../usecases/break-glass.ts';
import { clearAnnouncement } from '../usecases/clear-announcement.ts';
import type { Context } from '../usecases/context.ts';
import { refuseRelease, takeBackRelease } from '../usecases/end-release.ts';
import { acknowledgeAlarm, listAlarms } from '../usecases/list-alarms.ts';
import { readAnnouncementReport } from '../usecases/read-announcement-report.ts';
import { releaseAnnouncement } from '../usecases/release-announcement.ts';
import { requestRelease } from '../usecases/request-release.ts';
import { sendAnnouncement } from '../usecases/send-announcement.ts';
import type { AlarmPost } from '../usecases/tell-everybody.ts';
import { listAnnouncements } from '../usecases/view-announcement.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function announcementHandlers(
  context: Context,
  post: AlarmPost,
): Handlers<
  'listAnnouncements' | 'sendAnnouncement' | 'clearAnnouncement' | 'readAnnouncementReport'
> {
  return {
    listAnnouncements: () => listAnnouncements(context),
    sendAnnouncement: (call) =>
      sendAnnouncement(context, post, { person: signedIn(call).person, proposal: call.body }),
    clearAnnouncement: (call) =>
      clearAnnouncement(context, signedIn(call).person, call.params.announcementId),
    readAnnouncementReport: (call) =>
      readAnnouncementReport(context, signedIn(call).person, call.params.announcementId),
  };
}

/** Emergencies that wait for a second person, or go without one. */
export function alarmHandlers(
  context: Context,
  post: AlarmPost,
): Handlers<
  | 'listAlarms'
  | 'requestRelease'
  | 'releaseAnnouncement'
  | 'refuseRelease'
  | 'takeBackRelease'
  | 'breakGlass'
  | 'breakGlassOnRequest'
  | 'acknowledgeAlarm'
> {
  const house = { context, post };
  return {
    listAlarms: (call) => listAlarms(context, signedIn(call).person),
    requestRelease: (call) =>
      requestRelease(context, post, { person: signedIn(call).person, proposal: call.body }),
    releaseAnnouncement: (call) =>
      releaseAnnouncement(context, signedIn(call).person, { ...call.params, ...call.body }),
    refuseRelease: (call) =>
      refuseRelease(context, signedIn(call).person, { ...call.params, ...call.body }),
    takeBackRelease: (call) =>
      takeBackRelease(context, signedIn(call).person, call.params.requestId),
    breakGlass: (call) => {
      const { reason, ...proposal } = call.body;
      return breakGlass(house, signedIn(call), { proposal, reason });
    },
    breakGlassOnRequest: (call) =>
      breakGlassOnRequest(house, signedIn(call), { ...call.params, ...call.body }),
    acknowledgeAlarm: (call) =>
      acknowledgeAlarm(context, signedIn(call).person, call.params.noteId),
  };
}
