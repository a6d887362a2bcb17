import type { AnnouncementDraft } from './announcement-draft.ts';

/** Some fields of the announcement that is being written. */
export class DraftChange extends Event {
  static readonly type = 'draft-change';
  readonly part: Partial<AnnouncementDraft>;

  constructor(part: Partial<AnnouncementDraft>) {
    super(DraftChange.type, { bubbles: true, composed: true });
    this.part = part;
  }
}
