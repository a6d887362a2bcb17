import type { ScreenFields } from '../../../shared/content/screen.ts';

/** The members of a board's description that changed. */
export class ScreenChange extends Event {
  static readonly type = 'screen-change';
  readonly change: Partial<ScreenFields>;

  constructor(change: Partial<ScreenFields>) {
    super(ScreenChange.type, { bubbles: true, composed: true });
    this.change = change;
  }
}
