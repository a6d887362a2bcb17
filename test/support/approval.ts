import type { SlideView } from '../../shared/protocol/http/content.ts';

/** The body by which a person approves what they looked at, with the review list confirmed. */
export function approvalOf({
  slide,
  contentHash,
}: Pick<SlideView, 'slide' | 'contentHash'>): object {
  return { version: slide.version, contentHash, checklist: true };
}
