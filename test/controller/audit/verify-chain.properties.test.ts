/** Whatever is done to the rows of an audit log is found, and the first bad row is named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOfRow, type AuditRow, type ChainedRow } from '../../../controller/audit/chain.ts';
import { verifyChain, type Fault } from '../../../controller/audit/verify-chain.ts';
import { anyRow, linked } from '../../support/audit-rows.ts';
import { RUNS } from '../../support/runs.ts';

interface Damage {
  readonly what: string;
  readonly rows: readonly ChainedRow[];
  readonly bad: { readonly id: number; readonly fault: Fault };
}

const logs = fc.array(anyRow, { minLength: 2, maxLength: 24 }).map((rows) => linked(rows));
const fields = [
  ...(['at', 'personId', 'actor', 'action', 'subjectId', 'before', 'after'] as const),
  ...(['prevHash', 'hash'] as const),
];

/** Any damage to `rows`; each says by itself which row must be named. */
function damaged(rows: readonly ChainedRow[]): fc.Arbitrary<Damage> {
  const place = fc.nat({ max: rows.length - 1 });
  const inner = fc.nat({ max: rows.length - 2 });
  return fc.oneof(
    fc.tuple(place, fc.constantFrom(...fields)).map(([at, field]) => changed(rows, at, field)),
    place.map((at) => removed(rows, at)),
    fc.tuple(inner, fc.boolean()).map(([at, isLinked]) => inserted(rows, at, isLinked)),
    fc.tuple(inner, fc.nat()).map(([at, by]) => swapped(rows, at, by)),
    place.map((kept) => truncated(rows, kept)),
    place.map((at) => rewritten(rows, at)),
  );
}

function changed(rows: readonly ChainedRow[], at: number, field: (typeof fields)[number]): Damage {
  const value = field === 'at' ? rows[at]!.at + 1 : `${rows[at]![field] ?? ''}0`;
  const altered = rows.map((row, index) => (index === at ? { ...row, [field]: value } : row));
  const fault = field === 'prevHash' ? 'unlinked' : 'changed';
  return { what: `${field} changed`, rows: altered, bad: { id: at + 1, fault } };
}

function removed(rows: readonly ChainedRow[], at: number): Damage {
  const isLast = at === rows.length - 1;
  return {
    what: 'a row removed',
    rows: rows.toSpliced(at, 1),
    bad: isLast ? { id: at + 1, fault: 'missing' } : { id: at + 2, fault: 'unlinked' },
  };
}

/** One more after the row at `at`; those behind it move on by one. */
function inserted(rows: readonly ChainedRow[], at: number, isLinked: boolean): Damage {
  const before = rows[at]!;
  const row = { ...before, id: at + 2, prevHash: before.hash, actor: '끼어든 사람' };
  const forged = { ...row, hash: isLinked ? hashOfRow(before.hash, row) : row.hash };
  const behind = rows.slice(at + 1).map((one) => ({ ...one, id: one.id + 1 }));
  return {
    what: 'a row inserted',
    rows: [...rows.slice(0, at + 1), forged, ...behind],
    bad: isLinked ? behindForged(rows, at) : { id: at + 2, fault: 'changed' },
  };
}

/** A row that is linked well fits; what it pushed on does not, and neither does it where a head was exported. */
function behindForged(rows: readonly ChainedRow[], at: number): Damage['bad'] {
  return at + 2 === rows.length
    ? { id: at + 2, fault: 'rewritten' }
    : { id: at + 3, fault: 'unlinked' };
}

function swapped(rows: readonly ChainedRow[], at: number, by: number): Damage {
  const other = at + 1 + (by % (rows.length - at - 1));
  const altered = rows
    .with(at, { ...rows[other]!, id: at + 1 })
    .with(other, { ...rows[at]!, id: other + 1 });
  return { what: 'two rows swapped', rows: altered, bad: { id: at + 1, fault: 'unlinked' } };
}

function truncated(rows: readonly ChainedRow[], kept: number): Damage {
  return {
    what: 'the end cut off',
    rows: rows.slice(0, kept),
    bad: { id: kept + 1, fault: 'missing' },
  };
}

/** Somebody who knows the rules changes a row and links everything anew. */
function rewritten(rows: readonly ChainedRow[], at: number): Damage {
  const plain: AuditRow[] = rows.map((row, index) =>
    index === at ? { ...row, actor: `${row.actor}!` } : row,
  );
  return {
    what: 'written anew',
    rows: linked(plain),
    bad: { id: rows.length, fault: 'rewritten' },
  };
}

describe('verifyChain', () => {
  it('[U5] names the first bad row of any damage below the exported head', () => {
    const cases = logs.chain((rows) => fc.tuple(fc.constant(rows), damaged(rows)));
    fc.assert(
      fc.property(cases, ([rows, { what, rows: altered, bad }]) => {
        const { id: lastId, hash } = rows.at(-1)!;
        expect(verifyChain(altered, [{ lastId, hash }]).bad, what).toEqual(bad);
      }),
      RUNS,
    );
  });

  it('[U5] finds nothing in what nobody touched, whichever heads were exported of it', () => {
    fc.assert(
      fc.property(logs, fc.infiniteStream(fc.boolean()), (rows, picks) => {
        const heads = rows
          .map(({ id, hash }) => ({ lastId: id, hash }))
          .filter(() => picks.next().value);
        const { id: lastId, hash } = rows.at(-1)!;
        expect(verifyChain(rows, heads.toReversed())).toEqual({
          rows: rows.length,
          head: { lastId, hash },
          bad: null,
        });
      }),
      RUNS,
    );
  });
});
