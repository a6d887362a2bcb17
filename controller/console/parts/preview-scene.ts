/** The plaza around a slide that is not on a board yet. */
import type { ScreenFields } from '../../../shared/content/screen.ts';
import { linkOf, type SlideContent } from '../../../shared/content/slide.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { addDays, dateAt, HOUR_MS } from '../../../shared/time.ts';
import type { Watchable } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';

export type Shape = 'wide' | 'tiny' | 'tall';
export const shapeNames: Readonly<Record<Shape, string>> = {
  wide: '가로 화면',
  tiny: '작은 전광판',
  tall: '세로 화면',
};

const common = { viewingDistanceM: 8, facesRoad: false, trafficSignalWithin30m: false };
const geometries: Readonly<Record<Shape, Scene['geometry']>> = {
  wide: { ...common, widthPx: 1920, heightPx: 1080, pitchMm: 2.5 },
  tiny: { ...common, widthPx: 600, heightPx: 300, pitchMm: 8 },
  tall: { ...common, widthPx: 1080, heightPx: 1920, pitchMm: 2.5 },
};
/** Of a shape that no registered board has. */
export function sampleGeometry(shape: Shape): Scene['geometry'] {
  return geometries[shape];
}

/** The plaza has had one offset since 1988. */
export const SEOUL = [{ fromMs: 0, offsetMs: 9 * HOUR_MS }];

/** What `sceneOf` reads, to be watched. */
export function sceneSources(desk: Desk): Watchable[] {
  const first = desk.screens.value?.[0];
  return [desk.screens, desk.organizations, ...(first ? [desk.manifest(first.screen.id)] : [])];
}

/** The scene of a shape, or of a real board's geometry, at this minute. */
export function sceneOf(desk: Desk, shape: Shape | ScreenFields): Scene {
  const first = desk.screens.value?.[0];
  const manifest = first ? desk.manifest(first.screen.id).value : undefined;
  const at = Math.floor(desk.now() / 60_000) * 60_000;
  return {
    geometry: typeof shape === 'string' ? sampleGeometry(shape) : shape,
    place: first?.screen.place ?? { ko: '창동역 1번 출구 광장' },
    organizations: manifest?.organizations ?? desk.organizations.value ?? [],
    shops: manifest?.shops ?? [],
    calendar: manifest?.calendar ?? {
      offsets: SEOUL,
      firstDate: addDays(dateAt(SEOUL, at), -1),
    },
    at,
    language: 'ko',
    form: 'day',
    loadPicture: desk.pictures.load,
  };
}

/** A text that is being written may need any number of pages; how many is what the preview is to tell. */
const MOST_PAGES = 10;

/** A slide as a board would hold it. `shortUrl` is what its code says, where the saved slide has one. */
export function slideOf(
  content: SlideContent,
  owner: { readonly organizationId: string; readonly shopId: string | null },
  shortUrl?: string,
): ManifestSlide {
  return {
    id: 'preview',
    revisionId: 'preview',
    organizationId: owner.organizationId,
    shopId: owner.shopId,
    content,
    dwellMs: 15_000,
    pages: MOST_PAGES,
    ...(shortUrl !== undefined && linkOf(content) ? { shortUrl } : {}),
  };
}
