/** Draws cases side by side in the page, each a whole board in small with its label beneath. In the browser. */
import '../../shared/slides/plaza-preview.ts';
import type { PlazaPreview } from '../../shared/slides/plaza-preview.ts';
import { samplePhoto } from './sample-photo.ts';
import type { SlideCase } from './slide-cases.ts';

export interface StripLayout {
  readonly cellWidthPx: number;
  readonly columns: number;
}

const GAP_PX = 12;
const LOOK = `
  body { margin: 0; background: #4a4d52; }
  .strip { display: grid; gap: ${GAP_PX}px; padding: ${GAP_PX}px; width: max-content; }
  figure { margin: 0; }
  figcaption, h2 { margin: 0; color: #fff; font: 600 15px/22px 'Pretendard Board', sans-serif; }
  h2 { grid-column: 1 / -1; font-size: 20px; }
`;

/** Puts the cases into the page in place of what was there; resolves with the number of boards drawn, pages counted. */
export async function drawStrip(
  cases: readonly SlideCase[],
  { cellWidthPx, columns }: StripLayout,
): Promise<number> {
  const style = document.createElement('style');
  style.textContent = LOOK;
  const strip = document.createElement('section');
  strip.className = 'strip';
  strip.style.gridTemplateColumns = `repeat(${columns}, ${cellWidthPx}px)`;
  const [first] = cases;
  const { widthPx = 0, heightPx = 0 } = first?.scene.geometry ?? {};
  strip.append(heading(`${first?.subject ?? ''} ${widthPx}×${heightPx}`));
  document.body.replaceChildren(style, strip);
  for (const one of cases) {
    const pages = await draw(one, strip, { page: 0 });
    for (let page = 1; page < pages; page += 1) await draw(one, strip, { page, pages });
  }
  for (const frame of [1, 2])
    await new Promise((done) => {
      requestAnimationFrame(() => done(frame));
    });
  return strip.childElementCount - 1;
}

async function draw(
  { scene, slide, announcement, layer, label }: SlideCase,
  strip: HTMLElement,
  { page, pages }: { readonly page: number; readonly pages?: number },
): Promise<number> {
  const preview: PlazaPreview = document.createElement('plaza-preview');
  Object.assign(preview, { slide, announcement, layer, page });
  preview.scene = { ...scene, loadPicture: samplePhoto };
  preview.slotStartMs = scene.at - 9000;
  preview.slotEndMs = scene.at + 6000;
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  figure.append(preview, caption);
  strip.append(figure);
  await preview.ready;
  const all = pages ?? preview.pages;
  caption.textContent = all > 1 ? `${label} ${page + 1}/${all}` : label;
  return all;
}

function heading(text: string): HTMLElement {
  const title = document.createElement('h2');
  title.textContent = text;
  return title;
}
