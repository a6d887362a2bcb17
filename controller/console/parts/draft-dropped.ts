/** A new slide is given up: what was written is gone. */
export class DraftDropped extends Event {
  static readonly type = 'draft-dropped';

  constructor() {
    super(DraftDropped.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'draft-dropped': DraftDropped;
  }
}
