import { describe, expect, it } from 'vitest';
import { Receipts, type Frame } from '../../../kiosk/player/receipts.ts';
import type { Cover } from '../../../kiosk/player/view.ts';
import type { Receipt } from '../../../shared/content/play.ts';
import { aSlide, loopOf } from '../../support/manifest-builder.ts';
import { anAnnouncement } from '../announcement.ts';

function desk() {
  const sent: Receipt[] = [];
  const receipts = new Receipts({ send: (receipt) => sent.push(receipt), newId: () => 'id' });
  const words = () => sent.map(({ kind, subjectId, version }) => `${kind}/${subjectId}/${version}`);
  return { receipts, words };
}

function frame(slideId: string | null, cover: Cover | null = null, revisionId?: string): Frame {
  return {
    glass: {
      layer: cover?.layer ?? 'slot',
      slideId,
      revisionId: revisionId ?? (slideId && `${slideId}-1`),
      bookingId: null,
      slotStartMs: null,
      slotEndMs: null,
      announcementId: cover?.announcement.id ?? null,
      paintedAt: 5,
    },
    cover,
  };
}

const before = loopOf(['a', 'b']);

describe('receipts', () => {
  it('are sent for an announcement once its frame was painted, and once only', () => {
    const { receipts, words } = desk();
    const announcement = anAnnouncement({ seq: 3 });
    receipts.expectAnnouncement(announcement);
    receipts.painted(frame('a'));
    expect(words()).toEqual([]);
    const cover = { layer: 'emergency', announcement } as const;
    receipts.painted(frame(null, cover));
    receipts.painted(frame(null, cover));
    expect(words()).toEqual(['announcement/alert/3']);
  });

  it('name the correction, not the text before it', () => {
    const { receipts, words } = desk();
    const old = anAnnouncement({ seq: 3 });
    receipts.expectAnnouncement(anAnnouncement({ seq: 4, title: '정정' }));
    receipts.painted(frame(null, { layer: 'emergency', announcement: old }));
    expect(words()).toEqual([]);
  });

  it('are sent for the all-clear when it is on the glass, or the announcement is gone', () => {
    const { receipts, words } = desk();
    const cleared = anAnnouncement({ seq: 4, clearedAt: 1 });
    receipts.expectAnnouncement(cleared);
    receipts.painted(frame(null, { layer: 'all-clear', announcement: cleared }));
    const important = anAnnouncement({ id: 'rain', level: 'important', seq: 5, clearedAt: 1 });
    receipts.expectAnnouncement(important);
    receipts.painted(frame('a'));
    expect(words()).toEqual(['all-clear/alert/4', 'all-clear/rain/5']);
  });

  it('are sent for a notice when its slide is painted', () => {
    const { receipts, words } = desk();
    receipts.expectAnnouncement(anAnnouncement({ level: 'notice', slideId: 'b', seq: 6 }));
    receipts.painted(frame('a'));
    receipts.painted(frame('b'));
    expect(words()).toEqual(['announcement/alert/6']);
  });

  it('are sent for a corrected slide in its new text only, and for what was put on by hand', () => {
    const { receipts, words } = desk();
    const slides = before.slides.map((slide) =>
      slide.id === 'a' ? aSlide('a', { revisionId: 'a-2' }) : slide,
    );
    receipts.expectChanges(before, { ...before, revision: 2, slides });
    receipts.painted(frame('a'));
    expect(words()).toEqual([]);
    receipts.painted(frame('a', null, 'a-2'));
    expect(words()).toEqual(['slide/a/2']);
  });

  it('are sent for a withdrawal as soon as the slide is not on the glass', () => {
    const { receipts, words } = desk();
    const slides = before.slides.filter(({ id }) => id !== 'a');
    receipts.expectChanges(before, { ...before, revision: 2, slides });
    receipts.painted(frame('a'));
    expect(words()).toEqual([]);
    receipts.painted(frame('b'));
    expect(words()).toEqual(['withdrawal/a/2']);
  });

  it('are not owed for what the cache brought', () => {
    const { receipts, words } = desk();
    receipts.expectChanges(null, before);
    receipts.painted(frame('a'));
    expect(words()).toEqual([]);
  });
});
