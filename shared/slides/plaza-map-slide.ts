import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { boardLayout, typeSizes } from './board-layout.ts';
import { fitText } from './fit-text.ts';
import { drawHere, drawWays, pointIn } from './map-drawing.ts';
import { mapIcon } from './map-icons.ts';
import { mapLayout, type MapLayout } from './map-layout.ts';
import { placeNames } from './map-names.ts';
import { mapStyles } from './map-styles.ts';
import { phrases } from './phrases.ts';
import { setStyles } from './set-styles.ts';
import { SlideElement, type ContentOf, type Page } from './slide-element.ts';
import { byline, heading, written } from './slide-parts.ts';

/** Names on a map over the label of a slide. */
const WANTED_NAME = 1.2;
/** Names shrink from their wanted size to the least before one is left out. */
const NAME_SCALES = [1, 0.8, 0.6, 0.4, 0.2, 0] as const;

/**
 * Where the board stands, the ways around it and what is there: `<plaza-map-slide .slide .content .scene>`.
 * A tiny board shows only itself and the exits. A name for which there is no place is omitted; its sign stays.
 */
@customElement('plaza-map-slide')
export class PlazaMapSlide extends SlideElement<'map'> {
  static override styles = [...SlideElement.styles, mapStyles];

  protected override renderGround() {
    const { content, scene } = this;
    if (!content || !scene) return nothing;
    const layout = mapLayout(scene.geometry);
    const { ground, area } = layout;
    const { widthPx, heightPx } = scene.geometry;
    const inset = `${ground.top}px ${widthPx - ground.left - ground.width}px ${
      heightPx - ground.top - ground.height
    }px ${ground.left}px`;
    return html`<div class="ground ${layout.shape}" ${setStyles({ '--ground': inset })}>
      <svg viewBox=${`${ground.left} ${ground.top} ${ground.width} ${ground.height}`}>
        ${drawWays(content.ways, area)}
        ${drawHere(pointIn(area, content.here), boardLayout(scene.geometry).frameFontPx)}
      </svg>
    </div>`;
  }

  protected override renderWords(page: Page<'map'>) {
    const { content, scene, tiny } = page;
    const { shape, head } = mapLayout(scene.geometry);
    const { marginPx } = boardLayout(scene.geometry);
    const inset = `${head.top - marginPx}px auto auto ${head.left - marginPx}px`;
    const room = { inset, width: `${head.width}px`, height: `${head.height}px` };
    return html`<div class="head ${shape}" ${setStyles(room)}>
        ${byline(page, null)}
        <div class="main">${heading(page, content.title)}</div>
      </div>
      ${
        tiny
          ? nothing
          : content.ways.map(({ name }, index) =>
              name === null
                ? nothing
                : html`<span class="name way" data-way=${index}
                    >${written(page, `ways.${index}.name`, name)}</span
                  >`,
            )
      }
      ${shownMarks(content, tiny).map(({ kind, name, index }) => {
        const number = /(?<!\d)\d{1,2}(?!\d)/.exec(name.ko)?.[0];
        return html`<span class="mark ${kind}" data-mark=${index}
            >${kind === 'exit' ? (number ?? mapIcon('door')) : mapIcon(kind)}</span
          ><span class="name" data-mark=${index}
            >${written(page, `marks.${index}.name`, name)}</span
          >`;
      })}
      <span class="mark here"></span
      ><span class="name here" lang=${scene.language}>${phrases(scene.language).here}</span>`;
  }

  /** The title takes its room, then the signs and their names the rest. */
  protected override fit(): void {
    const { words, scene, content } = this;
    // Both stand in the same box, but what the title needs must not depend on the names.
    const head = words?.querySelector<HTMLElement>('.head');
    if (!words || !scene || !content || !head) return;
    const titleFit = fitText(head, scene.geometry);
    const layout = mapLayout(scene.geometry);
    let unplaced: readonly string[] = [];
    for (const scale of NAME_SCALES) {
      unplaced = this.#place(words, layout, scale);
      if (unplaced.length === 0) break;
    }
    this.omitted = [...titleFit.omitted.map(({ textContent }) => textContent.trim()), ...unplaced];
  }

  #place(words: HTMLElement, layout: MapLayout, scale: number): readonly string[] {
    const { scene, content } = this;
    if (!scene || !content) return [];
    const { geometry } = scene;
    const { marginPx, leastFontPx, frameFontPx } = boardLayout(geometry);
    const wanted = Math.max(leastFontPx, typeSizes(geometry, 1).labelPx);
    const namePx = leastFontPx + (WANTED_NAME * wanted - leastFontPx) * scale;
    words.style.setProperty('--name', `${namePx}px`);
    const signPx = Math.round(Math.max(namePx * 1.4, frameFontPx));
    words.style.setProperty('--sign-size', `${signPx}px`);
    return placeNames(words, content, {
      area: layout.area,
      signPx,
      corner: { x: marginPx, y: marginPx },
    });
  }
}

function shownMarks({ marks }: ContentOf<'map'>, tiny: boolean) {
  return marks
    .map((mark, index) => ({ ...mark, index }))
    .filter(({ kind }) => !tiny || kind === 'exit');
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-map-slide': PlazaMapSlide;
  }
}
