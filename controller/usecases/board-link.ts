/** The link that the first start prints: whoever opens it once is the board. */
import { Refusal } from '../../shared/problem.ts';
import { DAY_MS } from '../../shared/time.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { addDevice } from './device-of-screen.ts';

const LINK_MS = 7 * DAY_MS;

/** A new secret for the first screen that has no PC, which replaces earlier ones; undefined when all have one. */
export async function ensureBoardLink(context: Context): Promise<string | undefined> {
  return context.store.transact(async (records) => {
    for (const { id } of await records.screens.all()) {
      await records.secrets.removeOf('board-link', id);
      if (await records.devices.liveOfScreen(id)) continue;
      const secret = newSecret();
      await records.secrets.put({
        hash: hashSecret(secret),
        purpose: 'board-link',
        subjectId: id,
        expiresAt: context.now() + LINK_MS,
      });
      return secret;
    }
    return undefined;
  });
}

/** Trades the link's secret for a device token, once. Throws `gone` when it is unknown, used or expired. */
export async function claimBoardLink(
  context: Context,
  secret: string,
): Promise<{ token: string; screenId: string }> {
  const { value } = await change(context, { job: '화면 링크' }, async (records, noted) => {
    const link = await records.secrets.take(hashSecret(secret), 'board-link', context.now());
    const screenId = link?.subjectId ?? null;
    if (screenId === null || (await records.devices.liveOfScreen(screenId)))
      throw new Refusal(
        'gone',
        '이미 쓴 링크이거나 기한이 지났습니다. 콘솔의 화면 메뉴에서 코드로 연결해 주십시오.',
      );
    const { device, token } = await addDevice(context, records, screenId);
    noted.record({ action: 'device.pair', subjectId: screenId, before: null, after: device.id });
    return { token, screenId };
  });
  context.consoles.contentChanged(['screens']);
  return value;
}
