/** Submissions: measurements and judgements, apart from the revisions, which are read in lists. */
import type { Kysely } from 'kysely';
import type { Judgement, Measured } from '../../shared/legibility/judgement.ts';
import { inChunks } from './collection.ts';
import type { Submissions } from './approval-store.ts';
import type { Tables } from './tables.ts';

export function submissionRecords(db: Kysely<Tables>): Submissions {
  return {
    measured: async (revisionId) => {
      const row = await db
        .selectFrom('submissions')
        .select('measured')
        .where('revisionId', '=', revisionId)
        .executeTakeFirst();
      return row && (JSON.parse(row.measured) as Measured[]);
    },
    some: async (revisionIds) => {
      const rows = await inChunks(revisionIds, (chunk) =>
        db.selectFrom('submissions').select('judgement').where('revisionId', 'in', chunk).execute(),
      );
      return rows.map((row) => JSON.parse(row.judgement) as Judgement);
    },
    put: async (judgement, measured) => {
      const { revisionId } = judgement;
      const columns = { judgement: JSON.stringify(judgement), measured: JSON.stringify(measured) };
      await db
        .insertInto('submissions')
        .values({ revisionId, ...columns })
        .onConflict((conflict) => conflict.column('revisionId').doUpdateSet(columns))
        .execute();
    },
  };
}
