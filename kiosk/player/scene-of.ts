/** The scene that slides are drawn in, from what the board holds. */
import { formAt } from '../../shared/slides/form-at.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import { dateAt, type EpochMs } from '../../shared/time.ts';
import type { Held } from './held.ts';
import { aboveTicker, tickerAt } from './ticker-strip.ts';

export interface SceneSource {
  readonly held: Held;
  readonly viewport: { readonly widthPx: number; readonly heightPx: number };
  readonly loadPicture: Scene['loadPicture'];
  readonly loadVideo?: Scene['loadVideo'];
}

/** Korea's, until a manifest says otherwise. */
const HOUSE_OFFSETS = [{ fromMs: 0, offsetMs: 9 * 3_600_000 }];
/** The plaza at the exit, for the sun. */
const HOUSE_SPOT = { latitude: 37.653, longitude: 127.047 };
const HOUSE_PLACE = { ko: '창동역 1번 출구 광장', en: 'Changdong Station, Exit 1' };

/** The scene of slides: smaller than the board while the strip of an important announcement stands. */
export function slideSceneOf(source: SceneSource, at: EpochMs): Scene {
  const scene = sceneOf(source, at);
  const isShared = tickerAt(source.held, at) !== null;
  return isShared ? { ...scene, geometry: aboveTicker(scene.geometry) } : scene;
}

/** Before the board is paired it is as large as its page, and read from ten metres. */
export function sceneOf(source: SceneSource, at: EpochMs): Scene {
  const { screen, plan } = source.held;
  const calendar = plan?.manifest.calendar;
  const offsets = calendar?.offsets ?? HOUSE_OFFSETS;
  return {
    geometry: screen ?? {
      ...source.viewport,
      pitchMm: 4,
      viewingDistanceM: 10,
      facesRoad: true,
      trafficSignalWithin30m: true,
    },
    place: screen?.place ?? HOUSE_PLACE,
    organizations: plan?.manifest.organizations ?? [],
    shops: plan?.manifest.shops ?? [],
    calendar: calendar ?? { offsets, firstDate: dateAt(offsets, at) },
    at,
    language: 'ko',
    form: formAt(offsets, at, screen ?? HOUSE_SPOT),
    loadPicture: source.loadPicture,
    loadVideo: source.loadVideo,
  };
}
