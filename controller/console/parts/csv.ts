/** Tables for spreadsheets. Pure. */

/** What makes a spreadsheet take a cell for a formula. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠|%]/u;

/**
 * Rows as RFC 4180, with a byte-order mark, since Excel reads UTF-8 by it only. Every cell is quoted, and one that
 * a spreadsheet would run as a formula begins with an apostrophe.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join()).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
