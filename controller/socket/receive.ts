/** How every event comes in: budget, schema, use case, reply. Nothing that a client sends ends the process. */
import type * as z from 'zod/mini';
import type { Ack, Reply } from '../../shared/protocol/events.ts';
import { Refusal } from '../../shared/problem.ts';
import type { EpochMs } from '../../shared/time.ts';
import { answer } from '../answer.ts';
import type { Log } from '../usecases/context.ts';
import { spend, type Budget } from './budget.ts';

/** Handlers of one namespace, by event; `Client` is what is known of the socket. */
export type EventTable<Events, Client> = {
  readonly [Name in keyof Events]: Events[Name] extends (
    payload: infer P,
    ack: Ack<infer V>,
  ) => void
    ? EventHandler<Client, P, V>
    : never;
};

interface EventHandler<Client, Payload, Value> {
  readonly schema: z.ZodMiniType<Payload>;
  readonly run: (client: Client, payload: Payload) => Value | Promise<Value>;
}

interface Incoming {
  readonly budget: Budget;
  /** Event name, payload and, where the client wants a reply, its function. */
  readonly args: readonly unknown[];
  readonly cut: () => void;
}

/** Makes the one listener that all sockets of a namespace share. */
export function receiver<Events, Client>(
  table: EventTable<Events, Client>,
  environment: { readonly now: () => EpochMs; readonly log: Log },
): (client: Client, incoming: Incoming) => void {
  // By name the payload's type is lost; its schema finds it again.
  const handlers = new Map<string, EventHandler<Client, unknown, unknown>>(Object.entries(table));
  const { now, log } = environment;

  return (client, { budget, args, cut }) => {
    const [event, payload] = args;
    const ack = args.at(-1);
    const spent = spend(budget, now());
    if (spent === 'cut') {
      log.warn({ client }, 'a socket was cut: far too many events');
      cut();
      return;
    }
    void answer(
      async () => {
        if (spent === 'over')
          throw new Refusal('too-many', '요청이 너무 잦습니다. 잠시 뒤에 다시 보내십시오.');
        const handler = typeof event === 'string' ? handlers.get(event) : undefined;
        if (!handler) throw new Refusal('not-found', '서버가 모르는 요청입니다.');
        const parsed = handler.schema.safeParse(payload);
        if (!parsed.success) throw new Refusal('malformed', '보낸 내용의 형식이 맞지 않습니다.');
        return await handler.run(client, parsed.data);
      },
      (bug) => {
        log.error({ err: bug, event, client }, 'an event failed');
      },
    ).then((outcome) => {
      if (typeof ack === 'function') (ack as (reply: Reply<unknown>) => void)(asReply(outcome));
    });
  };
}

function asReply(outcome: Awaited<ReturnType<typeof answer>>): Reply<unknown> {
  if (outcome.ok) return outcome;
  return { ok: false, code: outcome.code, message: outcome.message };
}
