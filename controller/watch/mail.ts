import { sendMail, type MailSettings } from '../mail.ts';
import { subjectOfAll, textOfAll, type AlertSender } from './alert-channel.ts';

/** Alerts by SMTP. */
export function mailSender(settings: MailSettings): AlertSender {
  const { to } = settings;
  return {
    channel: 'mail',
    to: to.join(', '),
    send: (alerts, signal) => {
      const [subject, text] = [subjectOfAll(alerts), textOfAll(alerts)];
      return sendMail(settings, { to, subject, text, id: alerts.at(-1)?.id ?? '' }, signal);
    },
  };
}
