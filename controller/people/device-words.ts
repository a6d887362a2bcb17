/** The first that fits: browsers name the ones whose pages they also want. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bSamsungBrowser\//, '삼성 인터넷'],
  [/\bWhale\//, '웨일'],
  [/\bKAKAOTALK\b/, '카카오톡'],
  [/\bNAVER\(/, '네이버'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, '아이폰'],
  [/\biPad\b/, '아이패드'],
  [/\bAndroid\b/, '안드로이드'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/** A browser in words, such as `Windows · Chrome`; empty for a header that names nothing known. */
export function deviceWords(userAgent: string | undefined): string {
  const nameIn = (names: typeof BROWSERS) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [nameIn(SYSTEMS), nameIn(BROWSERS)].filter((name) => name !== undefined).join(' · ');
}
