import { describe, expect, it } from 'vitest';
import { pair } from '../../../kiosk/link/pairing.ts';

const paired = { token: 'token', screenId: 'screen-1' };

type Answer = (body: Record<string, unknown>) => Response | Promise<Response>;

function refusal(status: number, code: string): Response {
  return Response.json({ type: 'about:blank', title: '안 됩니다', status, code }, { status });
}

function rig(routes: Record<string, Answer>, secret: string | null) {
  const codes: (string | null)[] = [];
  const asked: string[] = [];
  const state = { now: 0 };
  const device = pair({
    context: {
      origin: 'http://plaza.test',
      token: null,
      fetch: async (input, init) => {
        const { pathname } = new URL(input as URL);
        asked.push(pathname);
        const body = JSON.parse(init?.body as string) as Record<string, unknown>;
        return (await routes[pathname]?.(body)) ?? refusal(404, 'not-found');
      },
    },
    secret,
    viewportWidthPx: 600,
    viewportHeightPx: 300,
    now: () => state.now,
    sleep: (ms) => {
      state.now += ms;
      return Promise.resolve();
    },
    onCode: (code) => codes.push(code),
  });
  return { device, codes, asked };
}

/** Codes AAAAAAA1, AAAAAAA2 …, each for ten seconds. */
function starts() {
  let made = 0;
  return () => {
    made += 1;
    return Response.json({
      pairingId: `pairing-${made}`,
      secret: 's',
      code: `AAAAAAA${made}`,
      expiresAt: made * 10_000,
    });
  };
}

describe('pairing', () => {
  it('claims the link, and shows no code', async () => {
    const { device, codes } = rig(
      { '/api/pairings/claim': () => Response.json(paired) },
      'the-secret',
    );
    expect(await device).toEqual(paired);
    expect(codes).toEqual([]);
  });

  it('waits for a controller that is still starting before it gives a link up', async () => {
    let tries = 0;
    const { device } = rig(
      {
        '/api/pairings/claim': () => {
          tries += 1;
          if (tries < 3) throw new TypeError('Failed to fetch');
          return Response.json(paired);
        },
      },
      'the-secret',
    );
    expect(await device).toEqual(paired);
  });

  it('falls back to a code where the link was used', async () => {
    const { device, codes } = rig(
      {
        '/api/pairings/claim': () => refusal(410, 'gone'),
        '/api/pairings': starts(),
        '/api/pairings/poll': () => Response.json({ paired }),
      },
      'used',
    );
    expect(await device).toEqual(paired);
    expect(codes).toEqual(['AAAAAAA1']);
  });

  it('asks every two seconds, and takes a new code when the old one ends', async () => {
    let polls = 0;
    const { device, codes } = rig(
      {
        '/api/pairings': starts(),
        '/api/pairings/poll': () => {
          polls += 1;
          if (polls === 2) throw new TypeError('Failed to fetch');
          return Response.json({ paired: polls < 8 ? null : paired });
        },
      },
      null,
    );
    expect(await device).toEqual(paired);
    expect(codes).toEqual(['AAAAAAA1', 'AAAAAAA2']);
  });

  it('says that there is no code while a captive portal answers', async () => {
    let tries = 0;
    const start = starts();
    const { device, codes } = rig(
      {
        '/api/pairings': () => {
          tries += 1;
          return tries < 3 ? new Response('<html>login</html>') : start();
        },
        '/api/pairings/poll': () => Response.json({ paired }),
      },
      null,
    );
    expect(await device).toEqual(paired);
    expect(codes).toEqual([null, null, 'AAAAAAA1']);
  });
});
