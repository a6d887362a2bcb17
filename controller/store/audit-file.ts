/** The audit log straight from a database file, as somebody who trusts nothing reads it. */
import { DatabaseSync } from 'node:sqlite';
import type { ChainedRow } from '../audit/chain.ts';

const COLUMNS = ['at', 'personId', 'actor', 'action', 'subjectId', 'before', 'after'];

/**
 * All rows in the order of their ids, one at a time. What is no value of its column any more is handed on as it
 * is: its hash is then wrong. @throws Error for a database whose log is not chained yet.
 */
export function* readAuditRows(path: string): Generator<ChainedRow> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  try {
    const columns = database.prepare(`select name from pragma_table_info('audit')`).all();
    if (!columns.some(({ name }) => name === 'prevHash'))
      throw new Error(
        '이전 판의 데이터입니다. 컨트롤러를 한 번 시작한 뒤 다시 확인해 주십시오. / data of an older version; start the controller once.',
      );
    const names = ['id', ...COLUMNS, 'prevHash', 'hash'].map((name) => `"${name}"`).join(', ');
    const rows = database.prepare(`select ${names} from "audit" order by "id"`);
    // A number too large for JavaScript would throw otherwise, and only say that something is wrong somewhere.
    rows.setReadBigInts(true);
    for (const row of rows.iterate()) yield plain(row);
  } finally {
    database.close();
  }
}

function plain(row: Readonly<Record<string, unknown>>): ChainedRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  ) as unknown as ChainedRow;
}
