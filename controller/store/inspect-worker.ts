/** Thread: checks a database file from end to end and counts its rows. Writes nothing. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { DatabaseReport } from './database-file.ts';

const { path } = workerData as { readonly path: string };
const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
try {
  const found = database.prepare('pragma integrity_check(5)').all();
  const tables = database
    .prepare(`select "name" from sqlite_master where type = 'table' and "name" not like 'sqlite_%'`)
    .all();
  const rows = tables.map(({ name }) => {
    const row = database.prepare(`select count(*) as n from "${String(name)}"`).get();
    return [String(name), Number(row?.n)] as const;
  });
  const report: DatabaseReport = {
    integrity: found.map((row) => String(row.integrity_check)).join('; '),
    brokenReferences: database.prepare('pragma foreign_key_check').all().length,
    rows: Object.fromEntries(rows),
  };
  parentPort?.postMessage(report);
} finally {
  database.close();
}
