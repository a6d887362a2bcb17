/** Lays a slide out on every kind of board that may play it, where nobody sees it, and measures it there. */
import type { Screen } from '../../../shared/content/screen.ts';
import type { SlideContent } from '../../../shared/content/slide.ts';
import { spokenLanguages } from '../../../shared/content/slide-texts.ts';
import { MOST_MEASURED, type Measured } from '../../../shared/legibility/judgement.ts';
import type { Measurement } from '../../../shared/legibility/measurement.ts';
import { oneOfEachKind, targetBoards } from '../../../shared/legibility/target-boards.ts';
import { measurePages } from '../../../shared/slides/measure.ts';
import '../../../shared/slides/plaza-slide.ts';
import type { PlazaSlide } from '../../../shared/slides/plaza-slide.ts';
import type { Form, Scene } from '../../../shared/slides/scene.ts';
import type { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { sceneOf, slideOf } from './preview-scene.ts';
import { knownShortUrl, scansOf } from './short-address.ts';

export interface ToMeasure {
  readonly content: SlideContent;
  readonly organizationId: string;
  readonly shopId: string | null;
  /** Undefined for one that was never saved: it may be booked anywhere. */
  readonly slideId?: string | undefined;
}

/** As many pages as the protocol knows: the board may turn no more than its submission froze. */
const MOST_PAGES = 10;

/** Night first: the rules ask more of it. */
const FORMS: readonly Form[] = ['night', 'day'];

/** The boards that are measured: one of each kind among those that may play the slide. */
export function boardsFor(desk: Desk, slideId: string | undefined): readonly Screen[] {
  const screens = (desk.screens.value ?? []).map(({ screen }) => screen);
  const view = desk.slides.value?.find(({ slide }) => slide.id === slideId);
  return oneOfEachKind(targetBoards(view?.slide, desk.bookings.value ?? [], screens));
}

/**
 * By night and by day, in each language that the slide speaks; empty where there is no screen. Stops early, with
 * what it has, once `signal` is aborted. Reads first what is not known yet.
 */
export async function measureOnBoards(
  desk: Desk,
  draft: ToMeasure,
  signal?: AbortSignal,
): Promise<readonly Measured[]> {
  await known(desk.screens, desk.bookings, desk.slides, desk.organizations);
  const boards = boardsFor(desk, draft.slideId);
  const [first] = boards;
  if (first) await known(desk.manifest(first.id));
  const scans = scansOf(desk, draft.slideId);
  if (scans) await known(scans);
  const shortUrl = knownShortUrl(desk, draft.slideId);
  const wanted = scenesOf(desk, boards, draft.content).slice(0, MOST_MEASURED);
  const stage = openStage();
  try {
    const measured: Measured[] = [];
    for (const { screenId, scene } of wanted) {
      if (signal?.aborted) break;
      const measurement = await measuredOn(stage, scene, { ...draft, shortUrl });
      if (measurement) measured.push({ screenId, measurement });
    }
    return measured;
  } finally {
    stage.remove();
  }
}

function scenesOf(desk: Desk, boards: readonly Screen[], content: SlideContent) {
  return FORMS.flatMap((form) =>
    boards.flatMap((board) =>
      spokenLanguages(content).map((language) => ({
        screenId: board.id,
        scene: { ...sceneOf(desk, board), form, language } satisfies Scene,
      })),
    ),
  );
}

async function measuredOn(
  stage: HTMLElement,
  scene: Scene,
  draft: ToMeasure & { readonly shortUrl: string | undefined },
): Promise<Measurement | undefined> {
  const { widthPx, heightPx } = scene.geometry;
  const box = stage.firstElementChild as HTMLElement;
  box.style.setProperty('width', `${widthPx}px`);
  box.style.setProperty('height', `${heightPx}px`);
  const element = document.createElement('plaza-slide');
  element.slide = { ...slideOf(draft.content, draft, draft.shortUrl), pages: MOST_PAGES };
  element.scene = scene;
  box.replaceChildren(element);
  return measureReady(element);
}

/** The words are laid out even where the picture fails, which the preview shows. */
async function measureReady(element: PlazaSlide): Promise<Measurement | undefined> {
  await element.ready.catch(() => undefined);
  const measurement = await measurePages(element);
  return measurement && rounded(measurement);
}

/** Nobody needs more, and it travels. */
function rounded(measurement: Measurement): Measurement {
  return {
    ...measurement,
    texts: measurement.texts.map((text) => ({
      ...text,
      glyphPx: Math.round(text.glyphPx * 100) / 100,
      contrast: Math.round(text.contrast * 100) / 100,
    })),
  };
}

/** A board in full size that nobody sees or hears. */
function openStage(): HTMLElement {
  const stage = document.createElement('div');
  stage.inert = true;
  stage.setAttribute('aria-hidden', 'true');
  const styles = { position: 'fixed', inset: '0 auto auto 0', width: '0', height: '0' };
  const hidden = { overflow: 'hidden', visibility: 'hidden', 'pointer-events': 'none' };
  for (const [name, value] of Object.entries({ ...styles, ...hidden }))
    stage.style.setProperty(name, value);
  stage.append(document.createElement('div'));
  document.body.append(stage);
  return stage;
}

async function known(...resources: readonly Pick<Resource<unknown>, 'value' | 'reload'>[]) {
  await Promise.all(
    resources.filter(({ value }) => value === undefined).map((resource) => resource.reload()),
  );
}
