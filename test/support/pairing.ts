/** Pairs a board as a board and a console do, over HTTP. */
import type { ConsoleSession } from './console-session.ts';

export interface Paired {
  readonly token: string;
  readonly screenId: string;
}

/** Ties a new device to `screenId`: asks for a code, confirms it in the console, fetches the token. */
export async function pairByCode(
  origin: string,
  session: ConsoleSession,
  screenId: string,
): Promise<Paired> {
  const started = (await post(origin, '/api/pairings', {
    viewportWidthPx: 1920,
    viewportHeightPx: 1080,
  })) as { pairingId: string; secret: string; code: string };
  const confirmed = await session.call('POST', `/api/screens/${screenId}/pair`, {
    code: started.code,
  });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.value));
  const { pairingId, secret } = started;
  const { paired } = (await post(origin, '/api/pairings/poll', { pairingId, secret })) as {
    paired: Paired | null;
  };
  if (paired === null) throw new Error('the confirmed pairing handed out no token');
  return paired;
}

/** Uses up the one-time secret of a printed board link. */
export async function claimBoardLink(origin: string, link: string | undefined): Promise<Paired> {
  return (await post(origin, '/api/pairings/claim', { secret: link?.split('pair=')[1] })) as Paired;
}

async function post(origin: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
