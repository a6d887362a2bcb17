import { sendMail, type MailSettings } from '../mail.ts';
import { subjectOfAll, textOfAll, type AlertSender } from './alert-channel.ts';

/** Alerts by SMTP. */
export function mailSender(settings: MailSettings): AlertSender {
  return {
    channel: 'mail',
    to: settings.to.join(', '),
    send: (alerts, signal, email) => {
      const to = email === undefined ? settings.to : [email];
      const [subject, text] = [subjectOfAll(alerts), textOfAll(alerts)];
      return sendMail(settings, { to, subject, text, id: alerts.at(-1)?.id ?? '' }, signal);
    },
  };
}
