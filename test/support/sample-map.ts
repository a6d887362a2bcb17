/** The plaza at exit 1, as a map slide draws it: schematic, north at the top. */
import type { SlideContent } from '../../shared/content/slide.ts';

type MapContent = Extract<SlideContent, { template: 'map' }>;

export const plazaMap: MapContent = {
  template: 'map',
  title: { ko: '창동역 둘레', en: 'Around Changdong Station' },
  here: { x: 0.62, y: 0.5 },
  ways: [
    {
      kind: 'rail',
      name: { ko: '1호선 고가', en: 'Line 1' },
      points: [
        { x: 0.5, y: 0 },
        { x: 0.5, y: 1 },
      ],
    },
    {
      kind: 'road',
      name: { ko: '마들로', en: 'Madeul-ro' },
      points: [
        { x: 0.84, y: 0 },
        { x: 0.84, y: 1 },
      ],
    },
    {
      kind: 'road',
      name: null,
      points: [
        { x: 0, y: 0.84 },
        { x: 1, y: 0.84 },
      ],
    },
    {
      kind: 'path',
      name: { ko: '상점가', en: 'Shops' },
      points: [
        { x: 0.62, y: 0.5 },
        { x: 0.62, y: 0.22 },
        { x: 0.84, y: 0.22 },
      ],
    },
  ],
  marks: [
    { kind: 'exit', name: { ko: '1번 출구', en: 'Exit 1' }, at: { x: 0.56, y: 0.62 } },
    { kind: 'exit', name: { ko: '2번 출구', en: 'Exit 2' }, at: { x: 0.42, y: 0.42 } },
    { kind: 'bus', name: { ko: '버스 정류장', en: 'Bus stop' }, at: { x: 0.84, y: 0.66 } },
    { kind: 'toilet', name: { ko: '화장실', en: 'Toilet' }, at: { x: 0.54, y: 0.3 } },
    {
      kind: 'place',
      name: { ko: '창4동 주민센터', en: 'Community centre' },
      at: { x: 0.2, y: 0.7 },
    },
    { kind: 'shop', name: { ko: '상인회', en: 'Merchants' }, at: { x: 0.72, y: 0.22 } },
  ],
};
