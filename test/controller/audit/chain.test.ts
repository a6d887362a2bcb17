import { describe, expect, it } from 'vitest';
import { canonicalRow } from '../../../controller/audit/chain.ts';
import { verifyChain } from '../../../controller/audit/verify-chain.ts';
import { linked } from '../../support/audit-rows.ts';

const rows = linked([
  {
    ...{ at: 1_795_305_600_000, personId: null, actor: '시스템(content)' },
    ...{ action: 'content.import', subjectId: 'house', before: null, after: '{"slides":76}' },
  },
  {
    ...{ at: 1_795_305_660_000, personId: 'kim', actor: '김창동', action: 'slide.withdraw' },
    ...{ subjectId: 'bread', before: '{"state":"approved"}' },
    after: '{"state":"withdrawn","why":"\\"품절\\""}',
  },
]);

describe('the audit chain', () => {
  it('[U1] writes a row as RFC 8785 does', () => {
    expect(canonicalRow(rows[0]!)).toBe(
      '{"action":"content.import","actor":"시스템(content)","after":"{\\"slides\\":76}",' +
        '"at":1795305600000,"before":null,"id":1,"personId":null,"subjectId":"house"}',
    );
  });

  it('[U2] [U3] has the hashes that another program computes by the written rules', () => {
    // By the Python of RULES.md.
    expect(rows.map(({ hash }) => hash)).toEqual([
      '22b7b935892923a394aa10ae99d709ff4a8132b6d17bcec7aa136a65210977ac',
      '0bdf48a99477287682cc28072fbbae0c0e75abee1a23be6dc5c1a8ca79e9975f',
    ]);
  });

  it('[U5] is good without rows, unless a head says that there were some', () => {
    expect(verifyChain([])).toEqual({ rows: 0, head: null, bad: null });
    const heads = [{ lastId: 7, hash: 'a'.repeat(64) }];
    expect(verifyChain([], heads).bad).toEqual({ id: 1, fault: 'missing' });
  });

  it('[U5] trusts no row of which two heads say different things', () => {
    const heads = [
      { lastId: 1, hash: rows[0]!.hash },
      { lastId: 1, hash: 'a'.repeat(64) },
    ];
    expect(verifyChain(rows, heads).bad).toEqual({ id: 1, fault: 'rewritten' });
  });

  it('[U5] misses a row whose head was exported, also between two that are linked anew', () => {
    const [first, second] = rows;
    const later = { ...second!, id: 3 };
    expect(verifyChain([first!, later], [{ lastId: 2, hash: second!.hash }]).bad).toEqual({
      id: 2,
      fault: 'missing',
    });
  });
});
