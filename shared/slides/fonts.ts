/** The board's type: Pretendard, from the build itself, so that a bare machine draws Hangul. */

/** Name for `font-family`. */
export const FONT_FAMILY = 'Pretendard Board';

const source = new URL(
  'pretendard/dist/web/variable/woff2/PretendardVariable.woff2',
  import.meta.url,
);
let loading: Promise<void> | undefined;

/**
 * Resolves when the type is ready to measure and paint; loads it once per page. Never rejects: where
 * the file cannot be had, slides are set in the system's type, and the next call tries again.
 */
export function fontsReady(): Promise<void> {
  loading ??= load().catch(() => {
    loading = undefined;
  });
  return loading;
}

async function load(): Promise<void> {
  const face = new FontFace(FONT_FAMILY, `url(${source.href}) format('woff2')`, {
    weight: '45 920',
  });
  await face.load();
  document.fonts.add(face);
}
