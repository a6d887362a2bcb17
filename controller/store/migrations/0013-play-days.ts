/** How often each slide was shown on each board and day, counted from what is there. */
import { sql } from 'kysely';
import { dateInZone } from '../../manifest/offsets.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Migration } from './migration.ts';

const TABLE = `create table "playDays" (
  "slideId" text not null,
  "date" text not null,
  "screenId" text not null,
  "plays" bigint not null,
  "shownMs" bigint not null,
  primary key ("slideId", "date", "screenId"))`;
const ADDED_UP = `on conflict ("slideId", "date", "screenId") do update set
  "plays" = "playDays"."plays" + excluded."plays",
  "shownMs" = "playDays"."shownMs" + excluded."shownMs"`;
/** No zone cuts a quarter of an hour in two days. */
const QUARTER_MS = 15 * MINUTE_MS;

interface Quarter {
  readonly screenId: string;
  readonly zone: string;
  readonly quarter: number;
}

export const playDays: Migration = {
  version: 13,
  name: 'play-days',
  up: async (db) => {
    await sql.raw(TABLE).execute(db);
    const { rows } = await sql<Quarter>`
      select distinct "plays"."screenId", "plays"."startedAt" / ${sql.lit(QUARTER_MS)} as "quarter",
        json_extract("screens"."doc", '$.zone') as "zone"
      from "plays" join "screens" on "screens"."id" = "plays"."screenId"`.execute(db);
    for (const { screenId, zone, quarter } of rows) {
      const fromMs = quarter * QUARTER_MS;
      await sql`
        insert into "playDays"
        select "slideId", ${dateInZone(zone, fromMs)}, "screenId", count(*), sum("endedAt" - "startedAt")
        from "plays"
        where "screenId" = ${screenId} and "outcome" <> 'failed'
          and "startedAt" >= ${fromMs} and "startedAt" < ${fromMs + QUARTER_MS}
        group by "slideId" ${sql.raw(ADDED_UP)}`.execute(db);
    }
    await sql`
      insert into "playDays"
      select "slideId", "date", "screenId", sum("played" + "cut"), sum("shownMs")
      from "playTotals" where "played" + "cut" > 0
      group by "slideId", "date", "screenId" ${sql.raw(ADDED_UP)}`.execute(db);
  },
};
