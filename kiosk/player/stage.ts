/** What the player asks of the glass. The board's element is the one that draws; tests have another. */
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import type { Cover, Showing } from './view.ts';

/** A slide that stands ready in the dark. */
export interface Prepared {
  /** Resolves when it could be shown without a flaw; rejects when it cannot be drawn. */
  readonly ready: Promise<void>;
  /** Takes it away again; only before it was shown. */
  discard(): void;
}

export interface StageSwap {
  /** The instant at which it comes on. */
  readonly scene: Scene;
  /** Length of the cross-fade; 0 cuts in this very frame. */
  readonly fadeMs: number;
  /**
   * Comes two animation frames after full opacity; never for a slide that another one replaced before,
   * nor on a page that is not drawn.
   */
  readonly onPainted: () => void;
}

export interface Stage {
  /** Builds a slide, out of sight. */
  prepare(showing: Showing, scene: Scene): Prepared;
  /** Brings a ready slide on. What was there before leaves when it is covered. */
  show(prepared: Prepared, swap: StageSwap): void;
  /** Cuts an announcement in above everything, or (null) takes it off. `onPainted` as in `StageSwap`. */
  cover(cover: Cover | null, scene: Scene, onPainted: () => void): void;
  /** Pure black above the slides; an announcement still shows above it. `onPainted` as in `StageSwap`. */
  darken(reason: 'blank' | 'off' | null, onPainted: () => void): void;
  /** The strip for an important announcement between its showings; null takes it off. */
  tick(announcement: Announcement | null, scene: Scene): void;
  /** A new instant for what is on the glass, such as its clock. */
  refresh(scene: Scene): void;
}
