/** Moves a database to the newest schema: numbered, append-only steps, each in a transaction of its own. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/problem.ts';
import { house } from './migrations/0001-house.ts';
import { planning } from './migrations/0002-planning.ts';
import { auditSubjects } from './migrations/0003-audit-subjects.ts';
import { shortLinks } from './migrations/0004-short-links.ts';
import { submissions } from './migrations/0005-submissions.ts';
import { watch } from './migrations/0006-watch.ts';
import { playTotals } from './migrations/0007-play-totals.ts';
import { boardProblems } from './migrations/0008-board-problems.ts';
import { accounts } from './migrations/0009-accounts.ts';
import { alarms } from './migrations/0010-alarms.ts';
import { auditChain } from './migrations/0011-audit-chain.ts';
import { approvals } from './migrations/0012-approvals.ts';
import { playDays } from './migrations/0013-play-days.ts';
import type { Migration } from './migrations/migration.ts';
import type { Tables } from './tables.ts';

/** All of them, in order. */
export const migrations: readonly Migration[] = [
  house,
  planning,
  auditSubjects,
  shortLinks,
  submissions,
  watch,
  playTotals,
  boardProblems,
  accounts,
  alarms,
  auditChain,
  approvals,
  playDays,
];

/** The schema's version; 0 for a new database. */
export async function schemaVersion(db: Kysely<Tables>): Promise<number> {
  await sql
    .raw(
      `create table if not exists "schemaVersion" (
        "version" integer primary key, "name" text not null, "appliedAt" bigint not null)`,
    )
    .execute(db);
  const row = await db
    .selectFrom('schemaVersion')
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

/**
 * Applies what is missing. A step that fails is rolled back whole and its error thrown on; what two
 * controllers start at once runs once. Throws `Refusal('outdated')`, naming both versions, when the
 * database is newer than this program.
 */
export async function migrate(
  db: Kysely<Tables>,
  steps: readonly Migration[],
  at: number,
): Promise<void> {
  for (let done = false; !done;) {
    await sql.raw('begin immediate').execute(db);
    try {
      // Read again under the write lock: another controller may have been first.
      const found = await schemaVersion(db);
      refuseNewer(found, steps);
      const step = steps.find((candidate) => candidate.version > found);
      if (step) {
        await step.up(db);
        await db
          .insertInto('schemaVersion')
          .values({ version: step.version, name: step.name, appliedAt: at })
          .execute();
      }
      await sql.raw('commit').execute(db);
      done = step === undefined;
    } catch (error) {
      await sql.raw('rollback').execute(db);
      throw error;
    }
  }
}

/** Throws when the schema is newer than the newest of `steps`. */
export function refuseNewer(found: number, steps: readonly Migration[]): void {
  const newest = steps.at(-1)?.version ?? 0;
  if (found <= newest) return;
  throw new Refusal(
    'outdated',
    `데이터베이스(${String(found)}판)가 이 프로그램이 아는 ${String(newest)}판보다 새것입니다. 프로그램을 새것으로 바꾸거나 이전 백업을 되살려 주십시오.`,
  );
}
