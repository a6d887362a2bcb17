/** Puts the whole table of endpoints on the app: nothing else answers below /api, and each one has its access. */
import type { Express, Request, RequestHandler, Response } from 'express';
import type { Access } from '../../shared/protocol/http/endpoint.ts';
import { endpoints } from '../../shared/protocol/http/endpoints.ts';
import type { EndpointName } from '../../shared/protocol/http/endpoints.ts';
import { answer } from '../answer.ts';
import type { Site } from '../people/site.ts';
import type { Context } from '../usecases/context.ts';
import { authorize } from './authorize.ts';
import type { Call, Handlers } from './handler.ts';
import { parseCall } from './parse-call.ts';
import type { Parts } from './parse-call.ts';
import { replyProblem } from './problem-reply.ts';
import { limitCalls, limitGuesses } from './rate-limits.ts';

export interface House {
  readonly context: Context;
  readonly site: Site;
}

interface Definition extends Parts {
  readonly method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly access: Access;
}
type Handler = (call: Call<unknown, unknown, unknown>) => Promise<unknown>;

/** Endpoints that take a secret or a password. */
const GUESSABLE: ReadonlySet<EndpointName> = new Set([
  'runSetup',
  'signIn',
  'acceptInvite',
  'claimBoardLink',
]);

/** Mounts every endpoint of the table with its handler. */
export function mount(app: Express, handlers: Handlers, house: House): void {
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const definition: Definition = endpoints[name];
    // The table ties each handler to its own schemas; here they are all one shape.
    const handler = handlers[name] as unknown as Handler;
    app[definition.method](definition.path, ...limitsOf(name, definition), (request, response) =>
      respond({ name, definition, handler, house }, request, response),
    );
  }
}

function limitsOf(name: EndpointName, { access, method }: Definition): RequestHandler[] {
  if (GUESSABLE.has(name)) return [limitGuesses()];
  return access === 'public' && method !== 'get' ? [limitCalls()] : [];
}

interface Mounted {
  readonly name: EndpointName;
  readonly definition: Definition;
  readonly handler: Handler;
  readonly house: House;
}

async function respond(
  { name, definition, handler, house }: Mounted,
  request: Request,
  response: Response,
): Promise<void> {
  const reply = await answer(
    async () => {
      const caller = await authorize(house, definition.access, request);
      const parsed = await parseCall(definition, request, response);
      return handler({ ...caller, ...parsed, request });
    },
    (bug) => {
      house.context.log.error({ err: bug, endpoint: name }, 'a request failed');
    },
  );
  if (!reply.ok) {
    replyProblem(response, reply);
    return;
  }
  if (response.headersSent || response.destroyed) return;
  response.set('Cache-Control', 'no-store');
  if (reply.value === null || reply.value === undefined) response.status(204).end();
  else response.json(reply.value);
}
