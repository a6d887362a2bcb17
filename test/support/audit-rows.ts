/** Rows of an audit log, linked as the controller links them. */
import fc from 'fast-check';
import {
  FIRST_PREV_HASH,
  hashOfRow,
  type AuditRow,
  type ChainedRow,
} from '../../controller/audit/chain.ts';

/** Links `rows` in their order, each given the id of its place: 1, 2, 3 … */
export function linked(rows: readonly Omit<AuditRow, 'id'>[]): ChainedRow[] {
  let prevHash = FIRST_PREV_HASH;
  return rows.map((given, index) => {
    const row = { ...given, id: index + 1 };
    const chained = { ...row, prevHash, hash: hashOfRow(prevHash, row) };
    prevHash = chained.hash;
    return chained;
  });
}

const json = fc.option(fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)));

/** Any row but its id. */
export const anyRow: fc.Arbitrary<Omit<AuditRow, 'id'>> = fc.record({
  at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  personId: fc.option(fc.constantFrom('kim', 'lee', 'park')),
  actor: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  action: fc.constantFrom('slide.create', 'slide.approve', 'booking.save', 'person.save'),
  subjectId: fc.uuid(),
  before: json,
  after: json,
});
