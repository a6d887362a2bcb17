import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** One step of the schema. */
export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly name: string;
  readonly up: (db: Kysely<Tables>) => Promise<void>;
}
