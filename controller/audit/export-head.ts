import type { Context } from '../usecases/context.ts';
import type { Head } from './chain.ts';
import { appendHead } from './heads.ts';

/** [U6] Adds the head of today to the file of heads. Null, and no line, while the audit log is empty. */
export async function exportHead(context: Context, dataDir: string): Promise<Head | null> {
  const head = await context.store.records.audit.head();
  if (head === undefined) return null;
  await appendHead(dataDir, head, context.now());
  return head;
}
