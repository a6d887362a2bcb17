/** 표출 확인: what was pushed, and the board's word once its frame was painted. */
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Receipt } from '../../shared/content/play.ts';
import type { Glass } from '../../shared/protocol/events.ts';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import type { Cover } from './view.ts';

/** What a frame shows, with the state of its announcement. */
export interface Frame {
  readonly glass: Glass;
  readonly cover: Cover | null;
}

interface Expectation {
  readonly kind: Receipt['kind'];
  readonly subjectId: string;
  readonly version: number;
  readonly isMet: (frame: Frame) => boolean;
}

/** Pushes that never come to the glass (a slide whose turn is tomorrow) are forgotten beyond this. */
const MAX_EXPECTED = 500;

export class Receipts {
  readonly #send: (receipt: Receipt) => void;
  readonly #newId: () => string;
  readonly #expected = new Map<string, Expectation>();

  constructor(options: {
    readonly send: (receipt: Receipt) => void;
    readonly newId: () => string;
  }) {
    this.#send = options.send;
    this.#newId = options.newId;
  }

  /** An announcement came, or changed: its frame, or its being gone, is owed. */
  expectAnnouncement(announcement: Announcement): void {
    const { id, seq, level, slideId, clearedAt } = announcement;
    const shows = ({ glass, cover }: Frame) =>
      level === 'notice'
        ? slideId !== null && glass.slideId === slideId
        : cover?.announcement.id === id && cover.announcement.seq >= seq;
    if (clearedAt === null) {
      this.#expect({ kind: 'announcement', subjectId: id, version: seq, isMet: shows });
      return;
    }
    this.#expected.delete(`announcement/${id}`);
    this.#expect({
      kind: 'all-clear',
      subjectId: id,
      version: seq,
      isMet: (frame) => !shows(frame) || frame.cover?.layer === 'all-clear',
    });
  }

  /** The manifest moved on by a push or a pull: new texts, what was put on by hand, and what was withdrawn. */
  expectChanges(before: Manifest | null, after: Manifest): void {
    if (before?.id !== after.id) return;
    const known = new Map(before.slides.map((slide) => [slide.id, slide.revisionId]));
    for (const slide of after.slides) {
      const isNew = known.get(slide.id) !== slide.revisionId;
      known.delete(slide.id);
      if (isNew) this.#expectSlide(slide.id, slide.revisionId, after.revision);
    }
    const shown = after.carry?.showNow;
    if (shown && shown.id !== before.carry?.showNow?.id) {
      this.#expectSlide(shown.slideId, null, after.revision);
    }
    for (const slideId of known.keys()) {
      this.#expected.delete(`slide/${slideId}`);
      this.#expect({
        kind: 'withdrawal',
        subjectId: slideId,
        version: after.revision,
        isMet: ({ glass }) => glass.slideId !== slideId,
      });
    }
  }

  /** A frame was painted: whatever it proves is sent. */
  painted(frame: Frame): void {
    for (const [key, expectation] of this.#expected) {
      if (!expectation.isMet(frame)) continue;
      this.#expected.delete(key);
      const { kind, subjectId, version } = expectation;
      const { paintedAt } = frame.glass;
      this.#send({ id: this.#newId(), kind, subjectId, version, paintedAt });
    }
  }

  #expectSlide(slideId: string, revisionId: string | null, version: number): void {
    this.#expect({
      kind: 'slide',
      subjectId: slideId,
      version,
      isMet: ({ glass }) =>
        glass.slideId === slideId && (revisionId === null || glass.revisionId === revisionId),
    });
  }

  #expect(expectation: Expectation): void {
    const key = `${expectation.kind}/${expectation.subjectId}`;
    this.#expected.delete(key);
    this.#expected.set(key, expectation);
    const [oldest] = this.#expected.keys();
    if (this.#expected.size > MAX_EXPECTED && oldest) this.#expected.delete(oldest);
  }
}
