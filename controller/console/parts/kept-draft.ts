/** Slides that were being written, kept by this browser until they are saved or thrown away. */
import { templates } from '../../../shared/content/slide.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { forget, remember, remembered } from '../app/remembered.ts';
import { emptyContent } from './content-fields.ts';
import type { SlideDraft } from './slide-draft.ts';

export interface KeptDraft {
  readonly draft: SlideDraft;
  readonly savedAt: EpochMs;
  /** The revision that was being changed, and the slide's version then; null for a new slide. */
  readonly base: { readonly revisionId: string; readonly version: number } | null;
}

/** A draft of one person's: `what` is a slide's id, `new`, or `copy-` with the id of what is copied. */
export function draftKey(personId: string, what: string): string {
  return `slide-draft:${personId}:${what}`;
}

/** Whether this browser let us. */
export function keepDraft(key: string, kept: KeptDraft): boolean {
  return remember(key, JSON.stringify(kept));
}

export function dropDraft(key: string): void {
  forget(key);
}

/** What was kept; undefined without one, or when it is of a console that wrote it otherwise. */
export function keptDraft(key: string): KeptDraft | undefined {
  const text = remembered(key);
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as KeptDraft;
    const { content } = kept.draft;
    if (!templates.includes(content.template)) return undefined;
    // A field that this console has learnt since is empty.
    const whole = { ...emptyContent(content.template), ...content };
    return { ...kept, draft: { ...kept.draft, content: whole } };
  } catch {
    // Not ours, or cut short: as good as none.
    return undefined;
  }
}
