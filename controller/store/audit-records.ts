/** The audit log. Rows are only ever added, each linked to the one before it (controller/audit/RULES.md). */
import { sql } from 'kysely';
import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import { FIRST_PREV_HASH, hashOfRow, type AuditRow } from '../audit/chain.ts';
import type { AuditFilter, IdSpan } from '../audit/filter.ts';
import type { Audit, AuditEntry } from './audit-store.ts';
import type { Tables } from './tables.ts';

export function auditRecords(db: Kysely<Tables>): Audit {
  const lastRow = () =>
    db.selectFrom('audit').select(['id', 'hash']).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return {
    add: async (entry) => {
      const last = await lastRow();
      const row = storedRow((last?.id ?? 0) + 1, entry);
      const prevHash = last?.hash ?? FIRST_PREV_HASH;
      await db
        .insertInto('audit')
        .values({ ...row, prevHash, hash: hashOfRow(prevHash, row) })
        .execute();
    },
    head: async () => {
      const last = await lastRow();
      return last && { lastId: last.id, hash: last.hash };
    },
    page: async (beforeId, limit) => {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .$if(beforeId !== null, (query) => query.where('id', '<', beforeId))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },
    span: (filter) => spanOf(db, filter),
    newestBetween: async (span, filter, limit) => {
      const found = passing(db, span, filter).orderBy('id', 'desc').limit(limit);
      return (await found.execute()).map(entryOf);
    },
    rows: async (span, filter) => {
      const rows = await passing(db, span, filter).orderBy('id').execute();
      return rows.map((row) => ({ ...row }));
    },
    last: async (action, subjectId) => {
      const row = await db
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', action)
        .where('subjectId', '=', subjectId)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && entryOf(row);
    },
    newest: async (noun) => {
      const rows = await db
        .selectFrom('audit')
        .select(['subjectId', (e) => e.fn.max('at').as('at')])
        .where('action', '>', `${noun}.`)
        .where('action', '<', `${noun}/`)
        .groupBy('subjectId')
        .execute();
      return new Map(rows.map(({ subjectId, at }) => [subjectId, at]));
    },
  };
}

async function spanOf(
  db: Kysely<Tables>,
  { fromMs, toMs }: Pick<AuditFilter, 'fromMs' | 'toMs'>,
): Promise<IdSpan> {
  const first = await db
    .selectFrom('audit')
    .select((e) => e.fn.min('id').as('id'))
    .$if(fromMs !== null, (query) => query.where('at', '>=', fromMs))
    .executeTakeFirst();
  const last = await db
    .selectFrom('audit')
    .select((e) => e.fn.max('id').as('id'))
    .$if(toMs !== null, (query) => query.where('at', '<', toMs))
    .executeTakeFirst();
  // Null where there is none.
  const [fromId, lastId] = [first?.id ?? null, last?.id ?? null];
  return { fromId: fromId ?? 1, toId: fromId === null || lastId === null ? 0 : lastId + 1 };
}

function passing(db: Kysely<Tables>, { fromId, toId }: IdSpan, filter: AuditFilter) {
  const { personId, action, subjectId, fromMs, toMs, words } = filter;
  const isNoun = action !== null && !action.includes('.');
  let query = db.selectFrom('audit').selectAll().where('id', '>=', fromId).where('id', '<', toId);
  if (personId !== null) query = query.where('personId', '=', personId);
  if (subjectId !== null) query = query.where('subjectId', '=', subjectId);
  if (fromMs !== null) query = query.where('at', '>=', fromMs);
  if (toMs !== null) query = query.where('at', '<', toMs);
  if (action !== null)
    query = isNoun
      ? query.where('action', 'like', `${action}.%`)
      : query.where('action', '=', action);
  for (const word of words) query = query.where(occurs(word));
  return query;
}

/** Whether `word` is anywhere in the entry. Within JSON it stands as JSON writes it. */
function occurs(word: string): RawBuilder<SqlBool> {
  const inText = likePattern(word);
  const inJson = likePattern(JSON.stringify(word).slice(1, -1));
  const has = (column: keyof AuditRow, pattern: string) =>
    sql`coalesce(${sql.ref(column)}, '') like ${pattern} escape '!'`;
  return sql<SqlBool>`(${sql.join(
    [
      ...(['actor', 'action', 'subjectId'] as const).map((column) => has(column, inText)),
      ...(['before', 'after'] as const).map((column) => has(column, inJson)),
    ],
    sql` or `,
  )})`;
}

function likePattern(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}

/** The database keeps text as UTF-8, which has no half of a character: what is hashed must be what comes back. */
function storedRow(id: number, entry: Omit<AuditEntry, 'id'>): AuditRow {
  return {
    id,
    at: entry.at,
    personId: entry.personId,
    actor: entry.actor.toWellFormed(),
    action: entry.action.toWellFormed(),
    subjectId: entry.subjectId.toWellFormed(),
    before: toJson(entry.before),
    after: toJson(entry.after),
  };
}

function entryOf({ id, at, personId, actor, action, subjectId, before, after }: AuditRow) {
  const named = { id, at, personId, actor, action, subjectId };
  return { ...named, before: fromJson(before), after: fromJson(after) };
}

function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function fromJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
