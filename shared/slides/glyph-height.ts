/** Letters that reach as high and as low as Hangul does. */
const SAMPLE = ['각', '홝', '뷁'];
const SAMPLE_PX = 200;
const partByFont = new Map<string, number>();

/**
 * Height of a Hangul glyph in CSS pixels, measured with the font that draws it. Only right once the font is
 * loaded.
 */
export function glyphHeight({
  fontFamily,
  fontSize,
  fontWeight,
}: Pick<CSSStyleDeclaration, 'fontFamily' | 'fontSize' | 'fontWeight'>): number {
  const key = `${fontWeight} ${SAMPLE_PX}px ${fontFamily}`;
  const part = partByFont.get(key) ?? measuredPart(key);
  // What was measured in another type is not kept.
  if (document.fonts.status === 'loaded') partByFont.set(key, part);
  return Number.parseFloat(fontSize) * part;
}

function measuredPart(font: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('this browser has no canvas to measure with');
  context.font = font;
  // The mean of single letters: what a reader sees is a letter, not the hull of several.
  const heights = SAMPLE.map((letter) => {
    const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(letter);
    return actualBoundingBoxAscent + actualBoundingBoxDescent;
  });
  return heights.reduce((sum, height) => sum + height, 0) / heights.length / SAMPLE_PX;
}
