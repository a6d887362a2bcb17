/** The plaza at exit 1 of Changdong Station in outline, for a new map; schematic, north up. */
import type { ContentOf } from '../../../shared/slides/slide-element.ts';

export const START_MAP: Pick<ContentOf<'map'>, 'here' | 'ways' | 'marks'> = {
  here: { x: 0.42, y: 0.52 },
  ways: [
    {
      kind: 'rail',
      name: { ko: '1호선' },
      points: [
        { x: 0.58, y: 0 },
        { x: 0.58, y: 1 },
      ],
    },
    {
      kind: 'road',
      name: { ko: '마들로' },
      points: [
        { x: 0, y: 0.8 },
        { x: 1, y: 0.8 },
      ],
    },
    {
      kind: 'path',
      name: { ko: '상점가' },
      points: [
        { x: 0.42, y: 0.52 },
        { x: 0.12, y: 0.52 },
        { x: 0.12, y: 0.1 },
      ],
    },
  ],
  marks: [
    { kind: 'exit', name: { ko: '1번 출구' }, at: { x: 0.48, y: 0.38 } },
    { kind: 'exit', name: { ko: '2번 출구' }, at: { x: 0.7, y: 0.38 } },
    { kind: 'bus', name: { ko: '버스 정류장' }, at: { x: 0.3, y: 0.8 } },
  ],
};
