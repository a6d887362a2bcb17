import type { Request } from 'express';
import type { Person } from '../../shared/content/person.ts';
import type { Endpoint } from '../../shared/protocol/http/endpoint.ts';
import type { endpoints, EndpointName } from '../../shared/protocol/http/endpoints.ts';
import type { DeviceRecord, Session } from '../store/store.ts';

/** Who a request comes from, by the endpoint's access. */
export interface Caller {
  /** Set for every access but `public` and `device`. */
  readonly person?: Person;
  readonly session?: Session;
  /** Set for `device`. */
  readonly device?: DeviceRecord;
}

/** One parsed call: everything in it went through its schema. */
export interface Call<Params, Query, Body> extends Caller {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** For cookies, streams and the peer's address only. */
  readonly request: Request;
}

type HandlerOf<E> =
  E extends Endpoint<infer Params, infer Query, infer Body, infer Value>
    ? (call: Call<Params, Query, Body>) => Promise<Value>
    : never;

/** Handlers by endpoint name; the whole table must be covered, or it does not compile. */
export type Handlers<Name extends EndpointName = EndpointName> = {
  readonly [N in Name]: HandlerOf<(typeof endpoints)[N]>;
};
