/** Alerts on their way: kept in the store until each channel has taken them, tried again ever less often. */
import type { Alert, AlertChannel, Delivery } from '../../shared/content/alert.ts';
import { DAY_MS, MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import type { Context } from '../usecases/context.ts';
import type { AlertSender } from './alert-channel.ts';

const FIRST_PAUSE_MS = MINUTE_MS / 2;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;
/** [W7] Older ones tell nobody anything. */
const GIVE_UP_MS = 7 * DAY_MS;

export class Alerts {
  readonly senders: readonly AlertSender[];
  readonly #context: Context;
  readonly #stopping = new AbortController();

  constructor(context: Context, senders: readonly AlertSender[]) {
    this.#context = context;
    this.senders = senders;
  }

  /** A new alert with a delivery for each channel, to be stored. */
  write(words: Pick<Alert, 'kind' | 'subject' | 'text' | 'screenIds'>): Alert {
    const { now, newId } = this.#context;
    const at = now();
    const deliveries = this.senders.map(({ channel }): Delivery => {
      return { channel, attempts: 0, nextAt: at, sentAt: null, error: null };
    });
    return { ...words, id: newId(), at, deliveries };
  }

  /** Tries what is due. Resolves with what it did; null when nothing was due. Never rejects for a channel that fails. */
  async deliver(): Promise<object | null> {
    const waiting = await this.#context.store.records.alerts.pending();
    const done = [];
    for (const sender of this.senders) done.push(await this.#deliverBy(sender, waiting));
    const some = done.filter((one) => one !== null);
    if (some.length === 0) return null;
    this.#context.consoles.contentChanged(['watch']);
    return { deliveries: some };
  }

  /** Ends what is under way: it is tried again at the next start. */
  stop(): void {
    this.#stopping.abort();
  }

  async #deliverBy(sender: AlertSender, waiting: readonly Alert[]): Promise<object | null> {
    const { log, now } = this.#context;
    const { channel } = sender;
    const own = waiting.filter((alert) => nextAtOf(alert, channel) !== null);
    // One pause for the whole channel: a new alert does not knock at a closed door again.
    const nextAt = Math.min(...own.slice(0, 1).map((alert) => nextAtOf(alert, channel) ?? 0));
    if (own.length === 0 || nextAt > now()) return null;
    try {
      await sender.send(own, this.#stopping.signal);
      await this.#save(own, channel, (delivery) => sent(delivery, now()));
      return { channel, sent: own.length };
    } catch (error) {
      if (this.#stopping.signal.aborted) return null;
      log.warn({ err: error, channel, alerts: own.length }, 'alerts could not be delivered');
      await this.#save(own, channel, (delivery, alert) =>
        failed(delivery, alert, { error, at: now() }),
      );
      return { channel, failed: own.length };
    }
  }

  async #save(
    alerts: readonly Alert[],
    channel: AlertChannel,
    change: (delivery: Delivery, alert: Alert) => Delivery,
  ): Promise<void> {
    await this.#context.store.transact(async (records) => {
      for (const { id } of alerts) {
        // The other channel has written since.
        const alert = await records.alerts.get(id);
        if (!alert) continue;
        const deliveries = alert.deliveries.map((one) =>
          one.channel === channel ? change(one, alert) : one,
        );
        await records.alerts.put({ ...alert, deliveries });
      }
    });
  }
}

function nextAtOf({ deliveries }: Alert, channel: AlertChannel): EpochMs | null {
  return deliveries.find((delivery) => delivery.channel === channel)?.nextAt ?? null;
}

function sent(delivery: Delivery, at: EpochMs): Delivery {
  return { ...delivery, attempts: delivery.attempts + 1, nextAt: null, sentAt: at, error: null };
}

function failed(
  delivery: Delivery,
  alert: Alert,
  { error, at }: { readonly error: unknown; readonly at: EpochMs },
): Delivery {
  const attempts = delivery.attempts + 1;
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
  const nextAt = at - alert.at > GIVE_UP_MS ? null : at + pauseMs;
  return { ...delivery, attempts, nextAt, error: wordsOf(error) };
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
