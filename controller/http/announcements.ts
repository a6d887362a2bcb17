import { clearAnnouncement } from '../usecases/clear-announcement.ts';
import type { Context } from '../usecases/context.ts';
import { sendAnnouncement } from '../usecases/send-announcement.ts';
import { listAnnouncements } from '../usecases/view-announcement.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function announcementHandlers(
  context: Context,
): Handlers<'listAnnouncements' | 'sendAnnouncement' | 'clearAnnouncement'> {
  return {
    listAnnouncements: () => listAnnouncements(context),
    sendAnnouncement: (call) => sendAnnouncement(context, signedIn(call).person, call.body),
    clearAnnouncement: (call) =>
      clearAnnouncement(context, signedIn(call).person, call.params.announcementId),
  };
}
