/** What the own page, the page of a person and the door ask for. */
import type { EpochMs } from '../../shared/time.ts';

export function accountReplies(now: EpochMs): [string, { status: number; value: unknown }][] {
  const here = { id: 'a'.repeat(64), device: 'Windows · Chrome', createdAt: now, seenAt: now };
  const sessions = [
    { ...here, isThis: true },
    { ...here, id: 'b'.repeat(64), device: '안드로이드 · 삼성 인터넷', isThis: false },
  ];
  const values = {
    'GET /api/resets': { byMail: false },
    'GET /api/session/two-step': { onSince: null, isDemanded: false, codesLeft: 0 },
    'GET /api/sessions': sessions,
    'GET /api/people/kim/sessions': { hasTwoStep: true, sessions },
  };
  return Object.entries(values).map(([route, value]) => [route, { status: 200, value }]);
}
