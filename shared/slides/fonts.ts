/** The board's type, from the build itself, so that a bare machine draws Hangul. */

/** Names for `font-family`: Pretendard, and behind it what draws Hanja, which Pretendard lacks. */
export const FONT_FAMILY = 'Pretendard Board';
export const HANJA_FAMILY = 'Noto Sans KR Variable';

const source = new URL(
  'pretendard/dist/web/variable/woff2/PretendardVariable.woff2',
  import.meta.url,
);
/** Text waits no longer; the browser, too, draws nothing in a face that loads for just as long. */
const WAIT_MS = 3_000;
let loading: Promise<void> | undefined;

/**
 * Resolves when the type for `text` is ready to measure and paint; loads Pretendard once per page and
 * Hanja only where `text` has some. Never rejects: where a file cannot be had, or takes longer than 3 s,
 * slides are set in the system's type, and the next call tries again.
 */
export async function fontsReady(text = ''): Promise<void> {
  loading ??= Promise.race([loadPretendard(), waited()]);
  await loading;
  const hanja = text.match(/\p{Script=Han}/gu);
  if (hanja) await loadHanja(hanja.join('')).catch(() => undefined);
}

async function loadPretendard(): Promise<void> {
  const face = new FontFace(FONT_FAMILY, `url(${source.href}) format('woff2')`, {
    weight: '45 920',
    display: 'block',
  });
  // Added first: what is drawn meanwhile stays empty, where the system may have only boxes for Hangul.
  document.fonts.add(face);
  try {
    await face.load();
  } catch {
    document.fonts.delete(face);
    loading = undefined;
  }
}

function waited(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, WAIT_MS);
  });
}

async function loadHanja(hanja: string): Promise<void> {
  await import('@fontsource-variable/noto-sans-kr');
  await document.fonts.load(`700 16px '${HANJA_FAMILY}'`, hanja);
}
