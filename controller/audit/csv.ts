/** The audit log as a table for spreadsheets: UTF-8 with a byte-order mark, RFC 4180 lines. */
import { actionWords } from '../../shared/content/audit-words.ts';
import { clockSeconds } from '../../shared/korean-date.ts';
import { dateAt, type ZoneOffset } from '../../shared/time.ts';
import type { ChainedRow } from './chain.ts';

const TITLES = ['번호', '날짜', '시각', '사람', '한 일', '이름', '대상', '앞', '뒤', '해시'];
/** Without it Excel takes Hangul for another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for a formula, also behind blanks and in full width. */
const FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠\t\r]/;

/** The mark and the titles. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + line(TITLES);
}

/** One row, with its line's end. Date and time are the zone's. */
export function csvRow(row: ChainedRow, offsets: readonly ZoneOffset[]): string {
  return line([
    ...[String(row.id), dateAt(offsets, row.at), clockSeconds(offsets, row.at)],
    ...[row.actor, actionWords(row.action), row.action, row.subjectId],
    ...[row.before ?? '', row.after ?? '', row.hash],
  ]);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** [U9] A cell that begins like a formula gets an apostrophe, by which spreadsheets read it as text. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
