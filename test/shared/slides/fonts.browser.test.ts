import { describe, expect, it } from 'vitest';
import { FONT_FAMILY, fontsReady, HANJA_FAMILY } from '../../../shared/slides/fonts.ts';

function loaded(family: string): boolean {
  return [...document.fonts].some(
    (face) => face.family.replaceAll(/['"]/g, '') === family && face.status === 'loaded',
  );
}

describe('fontsReady', () => {
  it('brings Pretendard, and Hanja only where a text has some', async () => {
    await fontsReady('창동역 1번 출구');
    expect(loaded(FONT_FAMILY)).toBe(true);
    expect(loaded(HANJA_FAMILY)).toBe(false);
    await fontsReady('창동역(倉洞驛)');
    expect(loaded(HANJA_FAMILY)).toBe(true);
  });
});
