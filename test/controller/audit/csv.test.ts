import { describe, expect, it } from 'vitest';
import { csvHead, csvRow } from '../../../controller/audit/csv.ts';
import { linked } from '../../support/audit-rows.ts';

const SEOUL = [{ fromMs: 0, offsetMs: 9 * 3_600_000 }];
const lineOf = (fields: object) => {
  const [row] = linked([
    {
      ...{ at: Date.UTC(2026, 10, 22, 18, 20, 7), personId: 'kim', actor: '김창동' },
      ...{ action: 'slide.withdraw', subjectId: 'bread', before: null, after: '{"a":"b, c"}' },
      ...fields,
    },
  ]);
  return csvRow(row!, SEOUL);
};

describe('the audit log as a table', () => {
  it('[U9] has titles behind a byte-order mark', () => {
    expect(csvHead()).toMatch(/^\uFEFF"번호","날짜",/);
    expect(csvHead()).toMatch(/\r\n$/);
  });

  it('[U9] has one line a row, in the words of the console and the time of the place', () => {
    expect(lineOf({})).toMatch(
      /^"1","2026-11-23","03:20:07","김창동","슬라이드 · 게시 중단","slide.withdraw","bread","","\{""a"":""b, c""\}","[0-9a-f]{64}"\r\n$/,
    );
  });

  it.each(['=cmd|x', '+1', '-1', '@sum', ' =1', '\t=1', '\r\n=1', '＝1', '＋1', '－1', '＠a'])(
    '[U9] [73] never has a cell that a spreadsheet computes: %j',
    (actor) => {
      expect(lineOf({ actor })).toContain(`,"'${actor}",`);
    },
  );

  it.each(['a=b', '국수 - 특가', '3+1', 'kim@example.kr'])('[U9] leaves %j alone', (actor) => {
    expect(lineOf({ actor })).toContain(`,"${actor}",`);
  });
});
