import { setImmediate } from 'node:timers/promises';
import type { Person } from '../../shared/content/person.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import type { AuditSearch } from '../../shared/protocol/http/audit.ts';
import { dayNumber } from '../../shared/time.ts';
import type { ChainedRow } from '../audit/chain.ts';
import { csvHead, csvRow } from '../audit/csv.ts';
import type { AuditFilter, IdSpan } from '../audit/filter.ts';
import { dateInZone, zoneOffsets } from '../manifest/offsets.ts';
import { auditFilter, requireAudit } from './audit-filter.ts';
import type { Context } from './context.ts';

const STEP = 250;
/** Before the house had any row. */
const FIRST_DATE = '2020-01-01';

export interface AuditFile {
  readonly name: string;
  readonly mime: string;
  /** Its text in parts, oldest row first; a part is some rows, or empty. */
  readonly parts: AsyncIterable<string>;
}

/**
 * The file of all that is looked for, as the log stands now: what is added while it is read is not in it.
 * Throws `forbidden` but for who administers everything.
 */
export async function exportAudit(
  context: Context,
  actor: Person,
  { format, ...search }: AuditSearch & { readonly format: 'csv' | 'jsonl' },
): Promise<AuditFile> {
  requireAudit(actor);
  const filter = await auditFilter(context, search);
  const span = await context.store.records.audit.span(filter);
  const zone = zoneOf(await context.store.records.screens.all());
  const today = dateInZone(zone, context.now());
  const rows = rowsOf(context, span, filter);
  const name = `audit-${today}.${format}`;
  if (format === 'jsonl')
    return { name, mime: 'application/jsonl; charset=utf-8', parts: jsonLines(rows) };
  const offsets = zoneOffsets(zone, FIRST_DATE, dayNumber(today) - dayNumber(FIRST_DATE) + 1);
  const toText = (row: ChainedRow) => csvRow(row, offsets);
  return { name, mime: 'text/csv; charset=utf-8', parts: table(rows, toText) };
}

async function* rowsOf(
  { store }: Context,
  { fromId, toId }: IdSpan,
  filter: AuditFilter,
): AsyncGenerator<readonly ChainedRow[]> {
  for (let from = fromId; from < toId; from += STEP) {
    yield await store.records.audit.rows(
      { fromId: from, toId: Math.min(from + STEP, toId) },
      filter,
    );
    await setImmediate();
  }
}

async function* jsonLines(rows: AsyncIterable<readonly ChainedRow[]>): AsyncGenerator<string> {
  for await (const some of rows) yield some.map((row) => `${JSON.stringify(row)}\n`).join('');
}

async function* table(
  rows: AsyncIterable<readonly ChainedRow[]>,
  toText: (row: ChainedRow) => string,
): AsyncGenerator<string> {
  yield csvHead();
  for await (const some of rows) yield some.map(toText).join('');
}
