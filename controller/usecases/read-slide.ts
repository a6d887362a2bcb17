import type { SlideRevision } from '../../shared/content/slide.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { People } from '../store/store.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { viewSlide } from './slide-view.ts';

interface Author {
  readonly id: string;
  readonly displayName: string;
}

/** One slide with all its revisions, oldest first, and the names of who wrote them. */
export async function readSlide(
  context: Context,
  slideId: string,
): Promise<SlideView & { revisions: SlideRevision[]; authors: Author[] }> {
  const { records } = context.store;
  const slide = await findOrRefuse(records.slides, slideId, '슬라이드를');
  const revisions = [...(await records.revisions.ofSlide(slideId))];
  const authors = await authorsOf(records.people, revisions);
  return { ...(await viewSlide(records, slide)), revisions, authors };
}

/** Without those who are no people: what was shipped has an author of its own. */
async function authorsOf(people: People, revisions: readonly SlideRevision[]): Promise<Author[]> {
  const ids = [...new Set(revisions.map(({ createdBy }) => createdBy))];
  const found = await Promise.all(ids.map((id) => people.get(id)));
  return found.flatMap((person) =>
    person ? [{ id: person.id, displayName: person.displayName }] : [],
  );
}
