/** A signed-in person's requests, for tests and benchmarks that speak to a real controller. */
import type { ControllerProcess } from './controller-process.ts';

export const ADMINISTRATOR = {
  loginName: 'admin',
  displayName: '관리자',
  password: 'plaza-board-2026',
} as const;

export interface ConsoleSession {
  readonly cookie: string;
  /** Sends JSON and returns the answer's status and parsed body (null when empty). */
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly value: unknown }>;
}

/** Uses the printed setup link to make the first administrator. */
export async function setUp(controller: ControllerProcess): Promise<ConsoleSession> {
  const secret = controller.link('/setup/')?.split('/setup/')[1];
  if (secret === undefined) throw new Error(`no setup link:\n${controller.printed()}`);
  return openSessionBy(controller.origin, '/api/setup', { ...ADMINISTRATOR, secret });
}

/** Signs in as the administrator that `setUp` made. */
export function signIn(origin: string): Promise<ConsoleSession> {
  const { loginName, password } = ADMINISTRATOR;
  return openSessionBy(origin, '/api/session', { loginName, password });
}

/** Signs in by what answers with a session: a password, a setup, an invitation. */
export async function openSessionBy(
  origin: string,
  path: string,
  body: unknown,
): Promise<ConsoleSession> {
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie, call: (method, to, sent) => call({ origin, cookie, method, path: to, sent }) };
}

async function call(request: {
  origin: string;
  cookie: string;
  method: string;
  path: string;
  sent: unknown;
}): Promise<{ status: number; value: unknown }> {
  const { origin, cookie, method, path, sent } = request;
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      cookie,
      origin,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const text = await answer.text();
  return { status: answer.status, value: text === '' ? null : (JSON.parse(text) as unknown) };
}
