/** The plaza at exit 1, as a map slide draws it: schematic, north at the top. */
import { START_MAP } from '../../controller/console/parts/map-start.ts';
import type { SlideContent } from '../../shared/content/slide.ts';

export const plazaMap: Extract<SlideContent, { template: 'map' }> = {
  template: 'map',
  title: { ko: '창동역 둘레 안내', en: 'Around the station' },
  ...START_MAP,
};
