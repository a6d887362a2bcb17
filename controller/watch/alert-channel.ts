/** The ways out: mail and a webhook. Each sends all that waits for it as one message. */
import type { Alert, AlertChannel } from '../../shared/content/alert.ts';

export interface AlertSender {
  readonly channel: AlertChannel;
  /** Where it goes, for people: no secret is in it. */
  readonly to: string;
  /**
   * Sends `alerts`, oldest first and never empty, as one message. Rejects when it was not taken, in words that
   * say why. The same may be sent twice, where the answer was lost; its id is then the same. `email` is one
   * person's address in place of its own; only the channel `mail` is given one.
   */
  send(alerts: readonly Alert[], signal: AbortSignal, email?: string): Promise<void>;
}

/** The newest says what it is about; the others are counted. */
export function subjectOfAll(alerts: readonly Alert[]): string {
  const subject = alerts.at(-1)?.subject ?? '';
  return alerts.length > 1 ? `${subject} 외 ${alerts.length - 1}건` : subject;
}

/** Oldest first. */
export function textOfAll(alerts: readonly Alert[]): string {
  if (alerts.length === 1) return alerts[0]?.text ?? '';
  return alerts.map(({ subject, text }) => `${subject}\n\n${text}`).join('\n\n――――\n\n');
}
