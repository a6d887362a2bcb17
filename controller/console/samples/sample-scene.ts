/** The plaza of the gallery: a weekday afternoon, invented shops, and the drawings beside this file. */
import type { Trade } from '../../../shared/content/shop.ts';
import type { ManifestOrganization, ManifestShop } from '../../../shared/protocol/manifest.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { sampleDrawings } from './sample-contents.ts';

const OFFSETS = [{ fromMs: 0, offsetMs: 9 * 3_600_000 }];
/** Friday, half past three. */
const AT = Date.UTC(2026, 10, 27, 6, 30);

/** So coarse that its type is large in a small picture. */
export const sampleScene: Scene = {
  geometry: {
    widthPx: 800,
    heightPx: 450,
    pitchMm: 6,
    viewingDistanceM: 8,
    facesRoad: false,
    trafficSignalWithin30m: false,
  },
  place: { ko: '창동역 1번 출구 광장' },
  organizations: [
    organization('association', '창동역 상점가', '#ff9a5c'),
    organization('district', '도봉구청 알림', '#6cc0ff'),
  ],
  shops: [
    shop('snack', '도레미분식', 'snack'),
    shop('cafe', '느린기차커피', 'cafe'),
    shop('flower', '창동꽃집', 'flower'),
    shop('meal', '초안산칼국수', 'meal'),
    shop('fresh', '아침과일', 'fresh'),
  ],
  calendar: { offsets: OFFSETS, firstDate: '2026-11-26' },
  at: AT,
  language: 'ko',
  form: 'day',
  loadPicture,
};

function organization(
  id: 'association' | 'district',
  name: string,
  accent: string,
): ManifestOrganization {
  return { id, kind: id, name: { ko: name }, byline: { ko: name }, accent, sharePercent: 50 };
}

function shop(id: string, name: string, trade: Trade): ManifestShop {
  const opening = { fromMinute: 540, toMinute: 1260 };
  return {
    id,
    name: { ko: name },
    trade,
    goods: { ko: '' },
    walkMinutes: 2,
    place: { ko: '1번 출구 앞' },
    phone: null,
    onnuri: { paper: true, mobile: true, card: true },
    week: Array.from({ length: 7 }, () => opening),
    closedDays: '0'.repeat(120),
  };
}

/** Drawings are vectors, which only an image element decodes. */
async function loadPicture(sha256: string): Promise<ImageBitmap> {
  const image = new Image(1280, 960);
  image.src = sampleDrawings[sha256]?.href ?? '';
  await image.decode();
  return createImageBitmap(image, { resizeWidth: 640, resizeHeight: 480 });
}
