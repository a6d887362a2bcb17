import { post, type Resolve } from '../outgoing/post.ts';
import { subjectOfAll, textOfAll, type AlertSender } from './alert-channel.ts';

/**
 * Alerts as JSON to an address of the administrator's own choice. `text` is what chat services show; `alerts`
 * is for programs. Anything but a 2xx is a failure; redirects are not followed.
 */
export function webhookSender(address: string, resolve?: Resolve): AlertSender {
  const url = new URL(address);
  return {
    channel: 'webhook',
    // The path of a webhook is often its secret.
    to: url.host,
    send: async (alerts, signal) => {
      const status = await post(url, {
        ...{ signal, ...(resolve && { resolve }) },
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': alerts.at(-1)?.id ?? '',
        },
        body: JSON.stringify({
          text: `${subjectOfAll(alerts)}\n\n${textOfAll(alerts)}`,
          alerts: alerts.map(({ id, at, kind, subject, screenIds }) => ({
            ...{ id, kind, subject, screenIds, at: new Date(at).toISOString() },
          })),
        }),
      });
      if (status < 200 || status > 299) throw new Error(`the webhook answered ${status}`);
    },
  };
}
