import { describe, expect, it } from 'vitest';
import {
  withArrived,
  withdrawnWords,
} from '../../../../controller/console/parts/withdrawal-words.ts';
import type { WithdrawalReport } from '../../../../shared/protocol/http/approvals.ts';

const AT = 1_000_000;
const report: WithdrawalReport = {
  withdrawal: {
    ...{ id: 'w', slideId: 'bread', at: AT, revisionId: 'bread-1' },
    ...{ personId: 'kim', actor: '김창동', screenIds: ['a', 'b'] },
  },
  screens: ['a', 'b'].map((screenId) => ({ screenId, confirmedAt: null, latencyMs: null })),
  shown: [],
};
const word = (screenId: string, paintedAt: number, latencyMs: number | null = 400) => ({
  ...{ kind: 'withdrawal' as const, subjectId: 'bread', version: 2 },
  ...{ screenId, paintedAt, latencyMs },
});

describe('a withdrawal in words', () => {
  it('[V30] counts each board once, by its first word, with the time of the slowest', () => {
    const arrived = [word('b', AT + 900, 900), word('a', AT + 1200, 1200), word('a', AT + 400)];
    const screens = withArrived(report, arrived);
    expect(screens.map(({ latencyMs }) => latencyMs)).toEqual([400, 900]);
    expect(withdrawnWords(screens)).toBe('화면 2대 중 2대에서 내렸습니다 · 0.9초');
  });

  it('[V30] waits for a board that has said nothing, and heeds no word of before', () => {
    const before = [word('a', AT - 60_000), word('b', AT + 500, null)];
    expect(withdrawnWords(withArrived(report, before))).toBe('화면 2대 중 1대에서 내렸습니다');
  });

  it('[V30] says so where no board had it', () => {
    expect(withdrawnWords([])).toContain('내릴 화면이 없었습니다');
  });
});
