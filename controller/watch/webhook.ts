import { subjectOfAll, textOfAll, type AlertSender } from './alert-channel.ts';

const ANSWER_MS = 15_000;

/**
 * Alerts as JSON to an address of the administrator's own choice. `text` is what chat services show; `alerts`
 * is for programs. Anything but a 2xx is a failure; redirects are not followed.
 */
export function webhookSender(url: string): AlertSender {
  return {
    channel: 'webhook',
    // The path of a webhook is often its secret.
    to: new URL(url).host,
    send: async (alerts, signal) => {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
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
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    },
  };
}
