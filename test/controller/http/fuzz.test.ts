/** Random calls of every endpoint: whatever comes in, no bug comes out. Seeded, so that a failure comes again. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import type { Sent, TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

/** Calls in all, spread over the endpoints; TEST_FUZZ asks for more. */
const CALLS = Number(process.env.TEST_FUZZ ?? 2000);
const names = (Object.keys(endpoints) as EndpointName[]).filter((name) => name !== 'signOut');

const RUNS = Math.ceil(CALLS / names.length);
/** What only a bug would tell: a line of a source, a package, a message of the database. */
const INSIDES = /\.[jt]s:\d+|node_modules|SQLITE|\bat \w+ \(/;

/** What the house has, and what nobody should send. */
const likely = fc.constantFrom<unknown>(
  ...['bread', 'board', 'guild', 'office', 'all', 'bread-booking', 'nothing', '2026-12-01'],
  ...[
    '',
    '\u0000',
    '../..',
    '가'.repeat(500),
    '__proto__',
    'FREQ=DAILY',
    'FREQ=YEARLY;BYMONTHDAY=31',
  ],
  ...[0, 1, -1, 1440, 2 ** 53, 1.5, null, true, [], {}, ['bread'], ['board']],
);
const value = fc.oneof(likely, fc.jsonValue({ maxDepth: 3 }));

function keysOf(schema: z.ZodMiniType | null): string[] {
  if (!schema) return [];
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.keys(properties ?? {});
}

function record<T>(keys: readonly string[], of: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.record<Record<string, T>, never>(Object.fromEntries(keys.map((key) => [key, of])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, T>>;
}

function sentTo(name: EndpointName): fc.Arbitrary<Sent> {
  const { body, params, query } = endpoints[name];
  const text = fc.oneof(likely.map(String), fc.string({ unit: 'binary' }));
  // An empty or dotted part would be another address.
  const part = text.map((some) => (/^\.{0,2}$/.test(some) ? 'x' : some));
  return fc.record({
    params: params ? record(keysOf(params), part) : fc.constant({}),
    query: query ? record(keysOf(query), text) : fc.constant({}),
    ...(body ? { body: fc.oneof(record(keysOf(body), value), fc.jsonValue()) } : {}),
  });
}

describe('[77] random input', () => {
  let controller: TestController;
  let admin: TestClient;
  beforeAll(async () => {
    controller = await startTestController();
    admin = await controller.as('admin');
  });
  afterAll(() => controller.stop());

  it.each(names)('to %s is answered by its schema or refused by a code', async (name) => {
    await fc.assert(
      fc.asyncProperty(sentTo(name), async (sent) => {
        const { problem } = await admin.send(name, sent);
        expect(problem?.code).not.toBe('internal');
        expect(JSON.stringify(problem ?? null)).not.toMatch(INSIDES);
      }),
      { numRuns: RUNS, seed: 20_261_122 },
    );
    expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
