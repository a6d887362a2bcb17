import type { Picture } from '../../../shared/content/slide.ts';

/** A new picture, one seen otherwise, or null when it was taken out. */
export class PictureChange extends Event {
  static readonly type = 'picture-change';
  readonly picture: Picture | null;
  /** What of it was changed; the same while a person goes on with it, '' for a step of its own. */
  readonly part: string;

  constructor(picture: Picture | null, part = '') {
    super(PictureChange.type, { bubbles: true, composed: true });
    this.picture = picture;
    this.part = part;
  }
}

declare global {
  interface HTMLElementEventMap {
    'picture-change': PictureChange;
  }
}
