/** The board's type, from the build itself, so that a bare machine draws Hangul. */

/** Names for `font-family`: Pretendard, and behind it what draws Hanja, which Pretendard lacks. */
export const FONT_FAMILY = 'Pretendard Board';
export const HANJA_FAMILY = 'Noto Sans KR Variable';

const source = new URL(
  'pretendard/dist/web/variable/woff2/PretendardVariable.woff2',
  import.meta.url,
);
let loading: Promise<void> | undefined;

/**
 * Resolves when the type for `text` is ready to measure and paint; loads Pretendard once per page and
 * Hanja only where `text` has some. Never rejects: where a file cannot be had, slides are set in the
 * system's type, and the next call tries again.
 */
export async function fontsReady(text = ''): Promise<void> {
  loading ??= loadPretendard().catch(() => {
    loading = undefined;
  });
  await loading;
  const hanja = text.match(/\p{Script=Han}/gu);
  if (hanja) await loadHanja(hanja.join('')).catch(() => undefined);
}

async function loadPretendard(): Promise<void> {
  const face = new FontFace(FONT_FAMILY, `url(${source.href}) format('woff2')`, {
    weight: '45 920',
  });
  await face.load();
  document.fonts.add(face);
}

async function loadHanja(hanja: string): Promise<void> {
  await import('@fontsource-variable/noto-sans-kr');
  await document.fonts.load(`700 16px '${HANJA_FAMILY}'`, hanja);
}
