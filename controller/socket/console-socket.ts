/** Consoles: who may connect, and what they ask. */
import { mayDoSomewhere, type Person } from '../../shared/content/person.ts';
import { emptySchema, type ConsoleToController } from '../../shared/protocol/events.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Session } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import type { LiveBoards } from './boards.ts';
import { newBudget } from './budget.ts';
import type { ConsoleData, ConsoleNamespace, LiveConsoles } from './consoles.ts';
import { receiver, type EventTable } from './receive.ts';
import { refusing } from './refusing.ts';

/** Who holds the session of a Cookie header; undefined when nobody does. */
export type Authenticate = (
  cookieHeader: string | undefined,
) => Promise<{ readonly person: Person; readonly session: Session } | undefined>;

interface ConsoleParts {
  readonly context: Context;
  readonly boards: LiveBoards;
  readonly consoles: LiveConsoles;
  readonly authenticate: Authenticate;
}

/** Opens the namespace of the consoles. A cookie alone is not enough: a page, ours, must be around it. */
export function openConsoles(namespace: ConsoleNamespace, parts: ConsoleParts): void {
  const { context, boards, consoles, authenticate } = parts;
  const receive = receiver(consoleEvents(context, boards), context);

  namespace.use((socket, next) => {
    refusing(context.log, next, async () => {
      const { origin, 'sec-fetch-site': fetchSite } = socket.request.headers;
      if (origin === undefined && fetchSite === undefined)
        throw new Refusal('foreign-origin', '콘솔 주소로 연 화면에서만 연결할 수 있습니다.');
      const caller = await authenticate(socket.request.headers.cookie);
      if (!caller || !mayDoSomewhere(caller.person, 'screen.read'))
        throw new Refusal('unauthenticated', '로그인이 끝났습니다. 다시 로그인하십시오.');
      socket.data.personId = caller.person.id;
      socket.data.sessionId = caller.session.id;
      socket.data.cuts = consoles.cutsOf(caller.person.id);
      socket.data.expiresAt = caller.session.expiresAt;
      socket.data.budget = newBudget(context.now());
    });
  });
  namespace.on('connection', (socket) => {
    // Cut while it was being let in.
    const { personId, sessionId, cuts } = socket.data;
    if (consoles.cutsOf(personId) !== cuts || consoles.hasEnded(sessionId)) {
      socket.disconnect(true);
      return;
    }
    socket.onAny((...args: readonly unknown[]) => {
      receive(socket.data, {
        budget: socket.data.budget,
        args,
        cut: () => socket.disconnect(true),
      });
    });
  });
}

function consoleEvents(
  context: Context,
  boards: LiveBoards,
): EventTable<ConsoleToController, ConsoleData> {
  return {
    'console:hello': {
      schema: emptySchema,
      run: () => ({ serverAt: context.now(), screens: boards.states() }),
    },
  };
}
