/** The house clock of the build: what a board shows when it has nothing else. */
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { Showing } from './view.ts';

const slide: ManifestSlide = {
  id: 'built-in-clock',
  revisionId: 'built-in-clock-1',
  organizationId: 'house',
  shopId: null,
  content: {
    template: 'clock',
    title: { ko: '창동역 1번 출구 광장', en: 'Changdong Station, Exit 1' },
  },
  dwellMs: 15_000,
};

/** Needs no picture and no network. */
export const builtInShowing: Showing = {
  key: 'built-in',
  layer: 'house',
  language: 'ko',
  slide,
  slot: null,
  standsFor: null,
};

export function isBuiltIn(showing: Showing): boolean {
  return showing.slot === null;
}
