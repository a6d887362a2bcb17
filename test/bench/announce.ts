import type { ConsoleSession } from '../support/console-session.ts';
import { wallNow } from './swarm.ts';

const BODY = '중랑천 산책로와 지하보도에서 나와 주십시오. '.repeat(12).trim();

/**
 * Sends an announcement to all boards, and takes it back. Resolves with the milliseconds from the request until
 * `reached`, the instant of whatever is waited for, which is called before each of the two.
 */
export async function announce(
  session: ConsoleSession,
  round: number,
  reached: () => Promise<number>,
): Promise<{ readonly ms: number; readonly announcement: unknown }> {
  const last = reached();
  const start = wallNow();
  const sent = await session.call('POST', '/api/announcements', {
    level: 'important',
    title: `호우주의보 ${round}`,
    body: BODY.slice(0, 390),
    source: '도봉구청 안전총괄과',
    screens: 'all',
    expiresAt: Date.now() + 3_600_000,
    drill: false,
    corrects: null,
    unblank: false,
  });
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.value));
  const ms = (await last) - start;
  const { announcement } = sent.value as { announcement: { id: string } };
  const cleared = reached();
  await session.call('POST', `/api/announcements/${announcement.id}/clear`);
  await cleared;
  return { ms, announcement };
}
