/** One REST endpoint as a value: the router, the OpenAPI document and the console's client all read it. */
import type * as z from 'zod/mini';
import type { Right } from '../../content/person.ts';

/**
 * Who may call: anyone, anyone on the way to a session (limited by rate), a paired board by its token,
 * any signed-in person, also (`entering`) one who must set two-step sign-in up before all else, or a
 * signed-in person who holds the right somewhere (the use case then checks it on the object itself). An endpoint without one does not compile.
 */
export type Access = 'public' | 'device' | 'entering' | 'session' | Right;

export interface Endpoint<Params, Query, Body, Value> {
  readonly method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  /** Express form: `/api/slides/:slideId`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: z.ZodMiniType<Params> | null;
  readonly query: z.ZodMiniType<Query> | null;
  readonly body: z.ZodMiniType<Body> | null;
  /** Null replies 204 without a body. */
  readonly value: z.ZodMiniType<Value> | null;
}

/** Infers the four types from the schemas. */
export function endpoint<Params = null, Query = null, Body = null, Value = null>(
  definition: Endpoint<Params, Query, Body, Value>,
): Endpoint<Params, Query, Body, Value> {
  return definition;
}
