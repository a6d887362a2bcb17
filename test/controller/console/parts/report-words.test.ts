import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../controller/console/parts/csv.ts';
import {
  paintedWords,
  reportLines,
  reportRows,
  shownWords,
} from '../../../../controller/console/parts/report-words.ts';
import type { AnnouncementReport } from '../../../../shared/protocol/http/announcement-report.ts';
import { anAnnouncement } from '../../../support/values.ts';

const SENT = Date.parse('2026-11-23T12:00:00+09:00');
const SEOUL = [{ fromMs: 0, offsetMs: 9 * 3_600_000 }];

function aReport(fields: Partial<AnnouncementReport> = {}): AnnouncementReport {
  return {
    announcement: anAnnouncement({ sentAt: SENT, expiresAt: SENT + 3_600_000 }),
    at: SENT + 600_000,
    sentBy: '김주무관',
    release: {
      ...{ kind: 'released', requestedAt: SENT - 60_000, decidedAt: SENT, decidedBy: '박주무관' },
      reason: null,
    },
    end: { kind: 'live', at: null, by: null, correction: null },
    boards: [
      {
        ...{ screenId: 'a', name: '1번 출구', paintedAt: SENT + 80, latencyMs: 80 },
        goneAt: null,
      },
      { screenId: 'b', name: '2번 출구', paintedAt: null, latencyMs: null, goneAt: null },
    ],
    ...fields,
  };
}

describe('the report in words', () => {
  it('[A60] tells in order who asked, who released, and that it is on', () => {
    const lines = reportLines(aReport(), SEOUL).map(({ label, words }) => `${label}: ${words}`);
    expect(lines).toEqual([
      '종류: 긴급',
      '보내는 곳: 도봉구청',
      '요청: 2026년 11월 23일(월) 오전 11:59 김주무관',
      '승인: 2026년 11월 23일(월) 낮 12:00 박주무관',
      '송출: 2026년 11월 23일(월) 낮 12:00',
      '기한: 2026년 11월 23일(월) 오후 1:00',
      '끝: 나가는 중',
    ]);
  });

  it('[A60] names a board that has not said so, and one that has', () => {
    const report = aReport();
    const [seen, unseen] = report.boards;
    expect(paintedWords(seen!, SEOUL)).toBe('2026년 11월 23일(월) 낮 12:00 (0.08초 뒤)');
    expect(shownWords(seen!, report)).toBe('10분째 나가는 중');
    expect(paintedWords(unseen!, SEOUL)).toBe('아직 확인되지 않은 화면');
    const end = { kind: 'cleared', at: SENT + 1000, by: '박주무관', correction: null } as const;
    expect(shownWords(seen!, aReport({ end }))).toBe('내려갔는지 확인되지 않음');
    expect(shownWords({ ...seen!, goneAt: SENT + 90_080 }, report)).toBe('1분 30초');
  });

  it('[A60] has the same in its table', () => {
    expect(reportRows(aReport(), SEOUL).at(-1)).toEqual([
      ...['2번 출구', '아직 확인되지 않은 화면', '', '', '-'],
    ]);
  });
});

const aRow = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 });

describe('a table', () => {
  it.each(['=cmd|x', '=1+1', '+82', '-1', '@x', '\t=1', ' =1', '＝1', '|calc'])(
    '[A61] [73] runs no formula: %j',
    (text) => {
      expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
    },
  );

  it('[A61] keeps every text whole, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 8 }), (rows) => {
        const cells = parsed(csvOf(rows));
        expect(cells).toHaveLength(Math.max(1, rows.length));
        const changed = rows.flatMap((row, index) =>
          row.filter((text, column) => {
            const kept = cells[index]?.[column];
            return kept !== text && kept !== `'${text}`;
          }),
        );
        expect(changed).toEqual([]);
      }),
    );
  });
});

/** A reader of RFC 4180 of its own. */
function parsed(table: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const text = table.slice(1, -2);
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (isQuoted && character === '"' && text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === ',') [row, cell] = [[...row, cell], ''];
    else if (!isQuoted && text.startsWith('\r\n', index)) {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      index += 1;
    } else cell += character;
  }
  return [...rows, [...row, cell]];
}
