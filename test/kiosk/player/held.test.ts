import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nothingHeld,
  receiveAnnouncement,
  receiveBoard,
  receiveManifest,
  receivePatch,
  type Held,
} from '../../../kiosk/player/held.ts';
import type { Screen } from '../../../shared/content/screen.ts';
import type { Manifest, ManifestPatch } from '../../../shared/protocol/manifest.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { aSlide, loopOf } from '../../support/manifest-builder.ts';
import { anAnnouncement } from '../announcement.ts';

const first = loopOf(['a', 'b']);

function pulled(manifest: Manifest) {
  return { manifest, hash: manifestHash(manifest) };
}

function holding(manifest: Manifest): Held {
  return receiveManifest(nothingHeld, pulled(manifest)) ?? nothingHeld;
}

/** Revision n has slide `a` in its n-th text. */
function revision(n: number): Manifest {
  const slides = first.slides.map((slide) =>
    slide.id === 'a' ? aSlide('a', { revisionId: `a-${n}` }) : slide,
  );
  return { ...first, revision: n, slides };
}

function patchTo(n: number): ManifestPatch {
  const none = { organizations: [], shops: [], slides: [], bookings: [] };
  return {
    manifestId: first.id,
    from: n - 1,
    to: n,
    calendar: null,
    put: { ...none, slides: [aSlide('a', { revisionId: `a-${n}` })] },
    drop: none,
    replan: null,
    hash: manifestHash(revision(n)),
  };
}

function revisionOf(held: Held): string | undefined {
  return held.plan?.manifest.slides.find(({ id }) => id === 'a')?.revisionId;
}

describe('patches', () => {
  it('are applied one after the other', () => {
    const outcome = receivePatch(holding(revision(1)), patchTo(2));
    expect(outcome.kind === 'applied' && revisionOf(outcome.held)).toBe('a-2');
  });

  it.each([
    { why: 'comes twice', held: revision(2), patch: patchTo(2), kind: 'known' },
    { why: 'is overtaken', held: revision(9), patch: patchTo(7), kind: 'known' },
    { why: 'has a gap before it', held: revision(1), patch: patchTo(3), kind: 'gap' },
    {
      why: 'is of another group',
      held: revision(1),
      patch: { ...patchTo(2), manifestId: 'other' },
      kind: 'gap',
    },
    {
      why: 'ends in another hash',
      held: revision(1),
      patch: { ...patchTo(2), hash: '0' },
      kind: 'gap',
    },
  ])('one that $why is $kind', ({ held, patch, kind }) => {
    expect(receivePatch(holding(held), patch).kind).toBe(kind);
  });

  it('and pulls in any order, doubled, end at the newest', () => {
    const words = fc.array(fc.record({ n: fc.integer({ min: 2, max: 9 }), pull: fc.boolean() }));
    fc.assert(
      fc.property(words, (order) => {
        let held = holding(revision(1));
        let newest = 1;
        for (const { n, pull } of order) {
          const before = held.plan?.manifest.revision ?? 0;
          if (pull) held = receiveManifest(held, pulled(revision(n))) ?? held;
          else {
            const outcome = receivePatch(held, patchTo(n));
            if (outcome.kind === 'applied') held = outcome.held;
          }
          const after = held.plan?.manifest.revision ?? 0;
          expect(after).toBeGreaterThanOrEqual(before);
          newest = after;
        }
        expect(revisionOf(held)).toBe(`a-${newest}`);
      }),
    );
  });
});

describe('pulled manifests', () => {
  it('that are older, or not what their hash says, change nothing', () => {
    const held = holding(revision(5));
    expect(receiveManifest(held, pulled(revision(4)))).toBeNull();
    expect(receiveManifest(held, pulled(revision(5)))).toBeNull();
    expect(receiveManifest(held, { manifest: revision(6), hash: 'damaged' })).toBeNull();
  });

  it('of another group are taken whatever their number', () => {
    const moved = { ...revision(1), id: 'group-2' };
    expect(receiveManifest(holding(revision(5)), pulled(moved))?.plan?.manifest.id).toBe('group-2');
  });
});

describe('announcements', () => {
  const screen = { id: 'screen-1', version: 1, blankUntil: null } as Screen;
  const board = { screen, announcements: [], announcementSeq: 4 };
  const held = receiveBoard(nothingHeld, board);

  it('come in order', () => {
    const { held: after, isGap } = receiveAnnouncement(held, anAnnouncement({ seq: 5 }));
    expect(after.announcementSeq).toBe(5);
    expect(isGap).toBe(false);
  });

  it('are shown at once also when changes before them are missing, which are then pulled', () => {
    const { held: after, isGap } = receiveAnnouncement(held, anAnnouncement({ seq: 9 }));
    expect(after.announcements).toHaveLength(1);
    expect(after.announcementSeq).toBe(4);
    expect(isGap).toBe(true);
  });

  it('[A22] that are older than what is held bring nothing back: an end that comes before its beginning wins', () => {
    const cleared = anAnnouncement({ seq: 6, clearedAt: 1 });
    const after = receiveAnnouncement(held, cleared).held;
    expect(receiveAnnouncement(after, anAnnouncement({ seq: 5 })).held).toBe(after);
  });

  it('for other screens are counted and not kept', () => {
    const other = anAnnouncement({ seq: 5, screens: ['screen-2'] });
    const after = receiveAnnouncement(held, other).held;
    expect(after.announcements).toEqual([]);
    expect(after.announcementSeq).toBe(5);
  });

  it('for some screens are not kept by a board that does not know yet which it is', () => {
    const named = anAnnouncement({ seq: 1, screens: ['screen-2'] });
    expect(receiveAnnouncement(nothingHeld, named).held.announcements).toEqual([]);
    const forAll = anAnnouncement({ seq: 1 });
    expect(receiveAnnouncement(nothingHeld, forAll).held.announcements).toHaveLength(1);
  });
});

describe('the board document', () => {
  it('of an older version changes nothing; of another screen it replaces all', () => {
    const screen = { id: 'screen-1', version: 3, blankUntil: 7 } as Screen;
    const document = { screen, announcements: [anAnnouncement({})], announcementSeq: 1 };
    const held = receiveBoard(nothingHeld, document);
    const older = { ...screen, version: 2, blankUntil: null };
    expect(receiveBoard(held, { ...document, screen: older })).toBe(held);
    const other = { ...older, id: 'screen-2' };
    const moved = receiveBoard(held, { screen: other, announcements: [], announcementSeq: 0 });
    expect(moved.announcements).toEqual([]);
    expect(moved.blankUntil).toBeNull();
  });
});
