import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { markSaved, markUnsaved } from '../app/unsaved.ts';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { draftOf, type SlideDraft } from './slide-draft.ts';
import { UndoStack } from './undo-stack.ts';

/**
 * A slide as a person writes it: each change can be taken back, and is kept by the browser until the slide is saved
 * or the draft thrown away.
 */
export class SlideWriting implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #now: () => EpochMs;
  #key = '';
  #opened: SlideDraft | undefined;
  #stack: UndoStack<SlideDraft> | undefined;
  /** The slide that was opened; what was typed into it is kept while others only move its state. */
  base: SlideView | undefined;
  /** When what was found in the browser's keeping was kept; undefined when nothing was, or it was seen to. */
  #restoredAt: EpochMs | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, now: () => EpochMs) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing runs by itself; a controller without it is none.
  }

  get draft(): SlideDraft | undefined {
    return this.#stack?.present;
  }

  /** How long ago what was restored was written; undefined when nothing was. */
  get restoredMs(): number | undefined {
    return this.#restoredAt === undefined ? undefined : this.#now() - this.#restoredAt;
  }

  get isDirty(): boolean {
    return this.draft !== this.#opened;
  }

  get canUndo(): boolean {
    return this.#stack?.canUndo ?? false;
  }

  get canRedo(): boolean {
    return this.#stack?.canRedo ?? false;
  }

  /** Begins with `start`, or with what this browser keeps under `key`. */
  begin(key: string, start: SlideDraft): void {
    this.base = undefined;
    this.#begin(key, start);
  }

  /** Begins with a slide as it is stored, or with what this browser keeps of it. */
  open(key: string, view: SlideView): void {
    this.base = view;
    this.#begin(key, draftOf(view));
  }

  /** `field` is what was typed into; '' for a step of its own. */
  change(part: Partial<SlideDraft>, field: string): void {
    const { draft } = this;
    if (!draft) return;
    this.#stack?.put({ ...draft, ...part }, field, this.#now());
    this.#keep();
  }

  undo(): void {
    this.#stack?.undo();
    this.#keep();
  }

  redo(): void {
    this.#stack?.redo();
    this.#keep();
  }

  /** It was saved, or is thrown away: nothing is kept. */
  drop(): void {
    dropDraft(this.#key);
    markSaved(this.#host);
  }

  #begin(key: string, start: SlideDraft): void {
    const kept = keptDraft(key);
    this.#key = key;
    this.#opened = start;
    this.#stack = new UndoStack(start);
    this.#restoredAt = undefined;
    if (kept && JSON.stringify(kept.draft) !== JSON.stringify(start)) {
      this.#stack.put(kept.draft, '', this.#now());
      this.#restoredAt = kept.savedAt;
      if (this.base && kept.base) this.base = olderBase(this.base, kept.base);
    }
    this.#host.requestUpdate();
  }

  #keep(): void {
    const { draft, base } = this;
    this.#host.requestUpdate();
    if (!draft) return;
    if (!this.isDirty) {
      this.drop();
      return;
    }
    const kept = keepDraft(this.#key, {
      draft,
      savedAt: this.#now(),
      base: base ? { revisionId: base.latest.id, version: base.slide.version } : null,
    });
    if (!kept) markUnsaved(this.#host);
  }
}

/** The slide as it was when the draft was written: another may have changed it since. */
function olderBase(
  view: SlideView,
  { revisionId, version }: { readonly revisionId: string; readonly version: number },
): SlideView {
  if (view.latest.id === revisionId) return view;
  return { ...view, latest: { ...view.latest, id: revisionId }, slide: { ...view.slide, version } };
}
