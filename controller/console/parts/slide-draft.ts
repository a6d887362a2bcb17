/** A slide as a person is writing it, and how it is saved. */
import { mayDo, type Person } from '../../../shared/content/person.ts';
import {
  DEFAULT_DWELL_SECONDS,
  type SlideContent,
  type Template,
} from '../../../shared/content/slide.ts';
import {
  approveSlide,
  createSlide,
  saveSlide,
  submitSlide,
  type SlideView,
} from '../../../shared/protocol/http/content.ts';
import type { Desk } from '../link/desk.ts';
import { cleanContent, emptyContent } from './content-fields.ts';

export interface SlideDraft {
  readonly organizationId: string;
  readonly shopId: string | null;
  readonly content: SlideContent;
  readonly dwellSeconds: number;
}

/** What happens to a slide once its words are saved. */
export type After = 'keep' | 'submit' | 'approve';

export function draftOf({ slide, latest }: SlideView): SlideDraft {
  const { organizationId, shopId } = slide;
  return { organizationId, shopId, content: latest.content, dwellSeconds: latest.dwellSeconds };
}

/** A new draft for the first organization, and shop, that the person may write for. */
export function newDraft(template: Template, me: Person, desk: Desk): SlideDraft {
  const own = me.grants.find(({ shopId }) => shopId !== null);
  const first = (desk.organizations.value ?? []).find(({ id }) =>
    mayDo(me, 'slide.write', { organizationId: id, shopId: own?.shopId ?? null }),
  );
  return {
    organizationId: own?.organizationId ?? first?.id ?? '',
    shopId: own?.shopId ?? null,
    content: emptyContent(template),
    dwellSeconds: DEFAULT_DWELL_SECONDS,
  };
}

/** Saves the words, then asks for review or approves. `view` is what was there before, if anything. */
export async function saveDraft(
  desk: Desk,
  draft: SlideDraft,
  { view, after }: { readonly view: SlideView | undefined; readonly after: After },
): Promise<SlideView> {
  const content = cleanContent(draft.content);
  const { dwellSeconds, organizationId, shopId } = draft;
  const saved = view
    ? await desk.api.call(saveSlide, {
        params: { slideId: view.slide.id },
        body: { content, dwellSeconds, version: view.slide.version },
      })
    : await desk.api.call(createSlide, { body: { organizationId, shopId, content, dwellSeconds } });
  putSlide(desk, saved);
  if (after === 'keep') return saved;
  const next = await desk.api.call(after === 'approve' ? approveSlide : submitSlide, {
    params: { slideId: saved.slide.id },
    body: { version: saved.slide.version },
  });
  putSlide(desk, next);
  return next;
}

/** Puts a slide into the list as the server just replied it. */
export function putSlide(desk: Desk, view: SlideView): void {
  const others = (desk.slides.value ?? []).filter(({ slide }) => slide.id !== view.slide.id);
  desk.slides.put([...others, view]);
}
