/** A slide as a person is writing it, and how it is saved. */
import { mayDo, type Person } from '../../../shared/content/person.ts';
import {
  DEFAULT_DWELL_SECONDS,
  type SlideContent,
  type Template,
} from '../../../shared/content/slide.ts';
import type { SlideText } from '../../../shared/content/slide-texts.ts';
import type { Fix } from '../../../shared/legibility/finding.ts';
import {
  approveSlide,
  createSlide,
  saveSlide,
  submitSlide,
  type SlideView,
} from '../../../shared/protocol/http/content.ts';
import type { Desk } from '../link/desk.ts';
import { cleanContent, emptyContent } from './content-fields.ts';
import { measureOnBoards } from './measure-boards.ts';

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

/** Saves the words as a draft. `view` is what was there before, if anything. */
export async function saveDraft(
  desk: Desk,
  draft: SlideDraft,
  view: SlideView | undefined,
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
  return saved;
}

/**
 * Measures the latest revision on the boards that may play it, and asks for review or approves with that; the review
 * list was confirmed then.
 */
export async function submitMeasured(
  desk: Desk,
  { slide, latest, contentHash }: SlideView,
  after: Exclude<After, 'keep'>,
): Promise<SlideView> {
  const { id, organizationId, shopId, version } = slide;
  const draft = { content: latest.content, organizationId, shopId, slideId: id };
  const measured = [...(await measureOnBoards(desk, draft))];
  const params = { slideId: id };
  const next =
    after === 'submit'
      ? await desk.api.call(submitSlide, { params, body: { version, measured } })
      : await desk.api.call(approveSlide, {
          params,
          body: { version, measured, contentHash, checklist: true },
        });
  putSlide(desk, next);
  return next;
}

/** `draft` with what a finding proposes; a line that becomes two makes room below itself. */
export function applyFix(draft: SlideDraft, fix: Fix): SlideDraft {
  if (fix.kind === 'dwell') return { ...draft, dwellSeconds: fix.seconds };
  const [text, second] = fix.texts;
  const content = written(draft.content, { ...fix, text });
  if (second === undefined || !('lines' in content)) return { ...draft, content };
  const at = Number(fix.field.split('.')[1]) + 1;
  const lines = content.lines.toSpliced(at, 0, { ko: second });
  return { ...draft, content: { ...content, lines } };
}

function written(content: SlideContent, { field, language, text }: SlideText): SlideContent {
  const copy = structuredClone(content);
  const keys = field.split('.');
  const last = keys.pop() ?? '';
  let holder = copy as unknown as Record<string, unknown>;
  for (const key of keys) holder = holder[key] as Record<string, unknown>;
  const before = holder[last];
  if (typeof before === 'string') holder[last] = text;
  else holder[last] = { ...(before as object), [language]: text };
  return copy;
}

/** Puts a slide into the list as the server just replied it. */
export function putSlide(desk: Desk, view: SlideView): void {
  const others = (desk.slides.value ?? []).filter(({ slide }) => slide.id !== view.slide.id);
  desk.slides.put([...others, view]);
}
