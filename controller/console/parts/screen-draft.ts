/** A board as a person is describing it. */
import type { Screen, ScreenFields } from '../../../shared/content/screen.ts';
import { without } from '../../../shared/without.ts';

/** A full-HD board in the plaza, lit from six in the morning to eleven at night. */
export function newScreen(): ScreenFields {
  const hours = { fromMinute: 360, toMinute: 1380 };
  return {
    name: '',
    place: { ko: '창동역 1번 출구 광장', en: 'Changdong Station, Exit 1' },
    ...{ widthPx: 1920, heightPx: 1080, offsetX: 0, offsetY: 0 },
    ...{ pitchMm: 4, peakNits: 5000, viewingDistanceM: 10 },
    ...{ zone: 'Asia/Seoul', latitude: 37.653, longitude: 127.047 },
    week: Array.from({ length: 7 }, () => hours),
    specialDays: [],
    facesRoad: false,
    trafficSignalWithin30m: false,
    isPublic: true,
  };
}

export function screenFieldsOf(screen: Screen): ScreenFields {
  return without(screen, 'id', 'blankUntil', 'version');
}
