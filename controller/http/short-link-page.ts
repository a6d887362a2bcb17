/** What a phone shows where a short link leads nowhere. */
import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; }
body { display: grid; min-height: 100svh; margin: 0; place-content: center; padding: 24px; box-sizing: border-box;
  background: light-dark(#f3f4f6, #0f1218); color: light-dark(#171b24, #f3f0ea);
  font: 1.125rem/1.6 system-ui, sans-serif; word-break: keep-all; }
main { max-width: 26rem; }
h1 { margin: 0 0 12px; font-size: 1.625rem; line-height: 1.3; }
p { margin: 0 0 12px; }
.place { color: light-dark(#565e6e, #adb4c2); font-size: 1rem; }
`;

/** The page's own policy: nothing is loaded, and only its style is let in. */
export const shortLinkPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

/** A whole page in Korean. `place` is plain text. */
export function shortLinkPage({
  isComing,
  place,
}: {
  readonly isComing: boolean;
  readonly place: string;
}): string {
  const [title, words] = isComing
    ? ['아직 열리지 않은 안내입니다', '게시대에 나오기 시작하면 이 주소로 열립니다.']
    : [
        '찾는 안내가 없습니다',
        '주소가 조금 다르게 적혔을 수 있습니다. 게시대의 QR 코드를 다시 찍어 주십시오.',
      ];
  return `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
<p>${words}</p>
<p class="place">${escaped(place)} 전자게시대</p>
</main>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
