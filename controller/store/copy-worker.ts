/** Thread: writes a consistent copy of a database that is in use. Fails when the target exists. */
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

const { path, target } = workerData as { readonly path: string; readonly target: string };
const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
try {
  database.prepare('vacuum into ?').run(target);
} finally {
  database.close();
}
