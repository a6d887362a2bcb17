/** The plaza at exit 1 of Changdong Station, as `content/` ships it, for a new map. */
import type { ContentOf } from '../../../shared/slides/slide-element.ts';

export const START_MAP: Pick<ContentOf<'map'>, 'here' | 'ways' | 'marks'> = {
  here: { x: 0.54, y: 0.52 },
  ways: [
    {
      kind: 'rail',
      name: { ko: '1호선 고가', en: 'Line 1' },
      points: [
        { x: 0.4, y: 0 },
        { x: 0.4, y: 1 },
      ],
    },
    {
      kind: 'road',
      name: { ko: '마들로', en: 'Madeul-ro' },
      points: [
        { x: 0.86, y: 0 },
        { x: 0.86, y: 1 },
      ],
    },
    {
      kind: 'road',
      name: { ko: '노해로', en: 'Nohae-ro' },
      points: [
        { x: 0, y: 0.9 },
        { x: 1, y: 0.9 },
      ],
    },
    {
      kind: 'path',
      name: { ko: '상점가 골목', en: 'Shopping lane' },
      points: [
        { x: 0.54, y: 0.52 },
        { x: 0.54, y: 0.7 },
        { x: 0.86, y: 0.7 },
      ],
    },
    {
      kind: 'path',
      name: null,
      points: [
        { x: 0.5, y: 0.3 },
        { x: 0.54, y: 0.52 },
      ],
    },
  ],
  marks: [
    { kind: 'exit', name: { ko: '1번 출구', en: 'Exit 1' }, at: { x: 0.5, y: 0.27 } },
    { kind: 'exit', name: { ko: '2번 출구', en: 'Exit 2' }, at: { x: 0.3, y: 0.4 } },
    { kind: 'bus', name: { ko: '버스 정류장', en: 'Bus stop' }, at: { x: 0.86, y: 0.36 } },
    { kind: 'toilet', name: { ko: '화장실', en: 'Toilet' }, at: { x: 0.48, y: 0.78 } },
    { kind: 'shop', name: { ko: '상인회', en: 'Merchants' }, at: { x: 0.7, y: 0.6 } },
    {
      kind: 'place',
      name: { ko: '창4동 주민센터', en: 'Chang 4-dong Office' },
      at: { x: 0.14, y: 0.7 },
    },
  ],
};
