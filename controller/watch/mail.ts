import { subjectOfAll, textOfAll, type AlertSender } from './alert-channel.ts';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  readonly from: string;
  readonly to: readonly string[];
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 15_000;

/** Alerts by SMTP. */
export function mailSender({ url, from, to }: MailSettings): AlertSender {
  return {
    channel: 'mail',
    to: to.join(', '),
    send: async (alerts, signal) => {
      // Most starts never send one.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: ANSWER_MS,
      });
      try {
        const sent = transport.sendMail({
          ...{ from, to: [...to] },
          subject: subjectOfAll(alerts),
          text: textOfAll(alerts),
          // The same again carries the same id: mail servers keep one.
          messageId: `<${alerts.at(-1)?.id ?? ''}@plaza-board>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        await Promise.race([sent, aborted(signal)]);
      } finally {
        transport.close();
      }
    },
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Error('the controller is stopping'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
