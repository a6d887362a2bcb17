/** Alerts on their way: kept in the store until each channel, or person, has taken them; tried again ever less often. */
import type { Alert, AlertChannel, Delivery } from '../../shared/content/alert.ts';
import type { Person } from '../../shared/content/person.ts';
import { DAY_MS, MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import type { Context } from '../usecases/context.ts';
import type { AlertSender } from './alert-channel.ts';

const FIRST_PAUSE_MS = MINUTE_MS / 2;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;
/** [W7] Older ones tell nobody anything. */
const GIVE_UP_MS = 7 * DAY_MS;

/** People who are mailed in one round: where the mail server says nothing, the next round is not long in coming. */
const PEOPLE_AT_ONCE = 10;

/** [W9] What goes to the same door, and waits for it together. */
interface Queue {
  readonly sender: AlertSender;
  /** Null for the channel's own addresses. */
  readonly personId: string | null;
  /** Oldest first, never empty. */
  readonly alerts: readonly Alert[];
  readonly nextAt: EpochMs;
}

export class Alerts {
  readonly senders: readonly AlertSender[];
  readonly #context: Context;
  readonly #stopping = new AbortController();

  constructor(context: Context, senders: readonly AlertSender[]) {
    this.#context = context;
    this.senders = senders;
  }

  /**
   * A new alert with a delivery for each channel, to be stored. What concerns `person` alone is mailed to them
   * and to nobody else; without an address of theirs there is no mail of it.
   */
  write(words: Pick<Alert, 'kind' | 'subject' | 'text' | 'screenIds'>, person?: Person): Alert {
    const { now, newId } = this.#context;
    const at = now();
    const fresh = { attempts: 0, nextAt: at, sentAt: null, error: null };
    const deliveries = this.senders.flatMap(({ channel }): Delivery[] => {
      if (channel !== 'mail' || !person) return [{ channel, ...fresh }];
      if (addressOf(person) === null) return [];
      const { id: personId, displayName } = person;
      return [{ channel, to: { personId, displayName }, ...fresh }];
    });
    return { ...words, id: newId(), at, deliveries };
  }

  /** Tries what is due. Resolves with what it did; null when nothing was due. Never rejects for a channel that fails. */
  async deliver(): Promise<object | null> {
    const waiting = await this.#context.store.records.alerts.pending();
    const due = this.senders
      .flatMap((sender) => queuesOf(sender, waiting))
      .filter(({ nextAt }) => nextAt <= this.#context.now());
    const people = due.filter(({ personId }) => personId !== null).slice(0, PEOPLE_AT_ONCE);
    const queues = [...due.filter(({ personId }) => personId === null), ...people];
    // At once: whoever does not answer holds up no other.
    const done = await Promise.all(queues.map((queue) => this.#deliver(queue)));
    const some = done.filter((one) => one !== null);
    if (some.length === 0) return null;
    this.#context.consoles.contentChanged(['watch']);
    return { deliveries: some };
  }

  /** Ends what is under way: it is tried again at the next start. */
  stop(): void {
    this.#stopping.abort();
  }

  async #deliver({ sender, personId, alerts }: Queue): Promise<object | null> {
    const { log, now, store } = this.#context;
    const { channel } = sender;
    const whom = personId === null ? { channel } : { channel, personId };
    const person = personId === null ? undefined : await store.records.people.get(personId);
    const email = person ? addressOf(person) : null;
    if (personId !== null && email === null) {
      await this.#save(alerts, channel, () => null);
      return { ...whom, dropped: alerts.length };
    }
    try {
      await sender.send(alerts, this.#stopping.signal, email ?? undefined);
      await this.#save(alerts, channel, (delivery) => sent(delivery, now()));
      return { ...whom, sent: alerts.length };
    } catch (error) {
      if (this.#stopping.signal.aborted) return null;
      log.warn({ err: error, ...whom, alerts: alerts.length }, 'alerts could not be delivered');
      await this.#save(alerts, channel, (delivery, alert) =>
        failed(delivery, alert, { error, at: now() }),
      );
      return { ...whom, failed: alerts.length };
    }
  }

  async #save(
    alerts: readonly Alert[],
    channel: AlertChannel,
    change: (delivery: Delivery, alert: Alert) => Delivery | null,
  ): Promise<void> {
    await this.#context.store.transact(async (records) => {
      for (const { id } of alerts) {
        // The other channel has written since.
        const alert = await records.alerts.get(id);
        if (!alert) continue;
        const deliveries = alert.deliveries
          .map((one) => (one.channel === channel ? change(one, alert) : one))
          .filter((one) => one !== null);
        await records.alerts.put({ ...alert, deliveries });
      }
    });
  }
}

/** One pause for a whole queue: a new alert does not knock at a closed door again. */
function queuesOf(sender: AlertSender, waiting: readonly Alert[]): Queue[] {
  const byPerson = new Map<string | null, Queue>();
  for (const alert of waiting) {
    const own = alert.deliveries.find(({ channel }) => channel === sender.channel);
    if (own?.nextAt == null) continue;
    const personId = own.to?.personId ?? null;
    const { alerts, nextAt } = byPerson.get(personId) ?? { alerts: [], nextAt: 0 };
    byPerson.set(personId, {
      ...{ sender, personId, alerts: [...alerts, alert] },
      nextAt: Math.max(nextAt, own.nextAt),
    });
  }
  return [...byPerson.values()];
}

function addressOf({ email, disabled }: Person): string | null {
  return disabled ? null : email;
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
