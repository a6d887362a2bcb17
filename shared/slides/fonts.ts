/** The board's type, from the build itself, so that a bare machine draws Hangul. */
import type { Language } from '../content/fields.ts';
import { slideTexts, spokenLanguages } from '../content/slide-texts.ts';
import type { SlideContent } from '../content/slide.ts';
import { phraseLetters } from './phrases.ts';

/** Names for `font-family`: Pretendard, and behind it what draws Hanja, which Pretendard lacks. */
export const FONT_FAMILY = 'Pretendard Board';
export const HANJA_FAMILY = 'Noto Sans KR Variable';
/** The same characters as they are written in China and in Japan. */
export const CHINESE_FAMILY = 'Noto Sans SC Variable';
export const JAPANESE_FAMILY = 'Noto Sans JP Variable';

const source = new URL(
  'pretendard/dist/web/variable/woff2/PretendardVariable.woff2',
  import.meta.url,
);
/** Text waits no longer; the browser, too, draws nothing in a face that loads for just as long. */
const WAIT_MS = 3_000;
/** What Pretendard may lack. */
const RARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{So}\p{Sm}\p{No}]/gu;
let loading: Promise<void> | undefined;

const hanja = {
  family: HANJA_FAMILY,
  load: () => import('@fontsource-variable/noto-sans-kr'),
};
/** Each is many small files, of which the browser takes those that have the characters. */
const facesFor: Readonly<Record<Language, readonly (typeof hanja)[]>> = {
  ko: [hanja],
  en: [hanja],
  zh: [{ family: CHINESE_FAMILY, load: () => import('@fontsource-variable/noto-sans-sc') }, hanja],
  ja: [{ family: JAPANESE_FAMILY, load: () => import('@fontsource-variable/noto-sans-jp') }, hanja],
};

/**
 * Resolves when the type for `text` in a turn of `language` is ready to measure and paint; loads Pretendard once
 * per page and the faces of rare characters only where `text` has some. Never rejects: where a file cannot be
 * had, or takes longer than 3 s, slides are set in the system's type, and the next call tries again.
 */
export async function fontsReady(text = '', language: Language = 'ko'): Promise<void> {
  loading ??= Promise.race([loadPretendard(), waited()]);
  await loading;
  const rare = text.match(RARE);
  if (!rare) return;
  const faces = facesFor[language].map((face) => loadFace(face, rare.join('')));
  await Promise.race([Promise.allSettled(faces), waited()]);
}

/**
 * Calls back once the type that is still loading is there, if any is. What was measured meanwhile was measured in
 * the system's type, which is wider or narrower.
 */
export function whenTypeComes(again: () => void): void {
  if (document.fonts.status === 'loading') void document.fonts.ready.then(again);
}

/**
 * Fetches the faces of the rare characters that these slides and their templates write, one after the other, so that a service worker
 * keeps them before the network is gone. Never rejects.
 */
export async function keepFonts(contents: readonly SlideContent[]): Promise<void> {
  for (const content of contents) {
    const texts = slideTexts(content).map(({ text }) => text);
    for (const language of spokenLanguages(content))
      await fontsReady(`${texts.join('')}${phraseLetters(language)}`, language);
  }
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

async function loadFace({ family, load }: typeof hanja, text: string): Promise<void> {
  await load();
  await document.fonts.load(`700 16px '${family}'`, text);
}
