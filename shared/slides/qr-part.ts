/** The card with a slide's QR code, or what stands for it where the board has no room to scan one from. */
import type { Bitmap2D } from 'lean-qr';
import { html, nothing, type TemplateResult } from 'lit';
import { linkOf } from '../content/slide.ts';
import type { ManifestSlide } from '../protocol/manifest.ts';
import './plaza-qr.ts';
import { MOST_LABEL_LINES, planQr, qrCode, qrText, type QrPlan, type QrRoom } from './qr-plan.ts';
import type { Scene } from './scene.ts';

/** A slide on its board. */
interface Setting {
  readonly slide: ManifestSlide;
  readonly scene: Scene;
}

/** Longer addresses are not typed by anybody. */
const TYPED_LETTERS = 40;

/** Plans the code of one slide after the other; a code is made once for each text. */
export class QrPart {
  #text: string | null = null;
  #code: Bitmap2D | null = null;
  /** Korean, of a link that has no code on this board. */
  #missing: string | null = null;

  /** Null without a link, or without room. Tells `host` the sizes as custom properties. */
  plan(host: HTMLElement, setting: Setting, room: QrRoom): QrPlan | null {
    const text = qrText(setting.slide);
    if (text !== this.#text) this.#code = text === null ? null : qrCode(text);
    this.#text = text;
    const label = labelOf(setting);
    const plan =
      this.#code && planQr(this.#code, setting.scene.geometry, { ...room, label: label.words });
    this.#missing = plan || !label.korean ? null : label.korean;
    if (!plan) return null;
    host.style.setProperty('--qr', `${plan.sizePx}px`);
    host.style.setProperty('--qr-module', `${plan.modulePx}px`);
    host.style.setProperty('--qr-label', `${plan.labelPx}px`);
    host.style.setProperty('--qr-foot', `${plan.footPx}px`);
    return plan;
  }

  /** Once laid out in `root`: leaves out a label that has no room under the code. Returns the texts without room. */
  fit(root: ParentNode): readonly string[] {
    if (this.#missing !== null) return [this.#missing];
    const label = root.querySelector<HTMLElement>('.qr-card figcaption');
    if (!label) return [];
    label.hidden = false;
    const { lineHeight, paddingBottom } = getComputedStyle(label);
    const lines = (label.clientHeight - parseFloat(paddingBottom)) / parseFloat(lineHeight);
    label.hidden = lines > MOST_LABEL_LINES + 0.1 || label.scrollWidth > label.clientWidth + 1;
    return label.hidden ? [label.textContent.trim()] : [];
  }
}

function labelOf({ slide, scene: { language } }: Setting) {
  const label = linkOf(slide.content)?.label;
  const spoken = label?.[language];
  return {
    korean: label?.ko,
    words: spoken ?? label?.ko ?? '',
    lang: spoken === undefined ? 'ko' : language,
  };
}

export function qrCard(setting: Setting, plan: QrPlan): TemplateResult {
  const { words, lang } = labelOf(setting);
  return html`<figure class="qr-card">
    <plaza-qr .plan=${plan}></plaza-qr>
    <figcaption data-field="link.label" lang=${lang}>${words}</figcaption>
  </figure>`;
}

/** Label and address in letters, where there is no code and the address is short enough to be typed. */
export function qrAddress({ slide }: Setting): TemplateResult | typeof nothing {
  const link = linkOf(slide.content);
  const address = typedAddress(slide);
  if (!link || address === null) return nothing;
  return html`<p class="aside address" data-spare="7">
    <span data-field="link.label">${link.label.ko}</span> ${address}
  </p>`;
}

function typedAddress(slide: ManifestSlide): string | null {
  const text = qrText(slide)
    ?.replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '');
  if (text === undefined || text.length > TYPED_LETTERS) return null;
  const [host = '', ...path] = text.split('/');
  return [host.toLowerCase(), ...path].join('/');
}
