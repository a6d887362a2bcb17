/** Parts that several templates share. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../content/fields.ts';
import { keepTogether } from './keep-together.ts';
import { phrases } from './phrases.ts';
import { secondLine, speakerOf } from './scene.ts';
import type { Setting } from './slide-element.ts';

type Part = TemplateResult | typeof nothing;

/**
 * What a person wrote into `field` (a path such as `lines.0`), in the language of the turn, or in Korean. What
 * is written so is measured under its name, and goes to another page where one has no room for it.
 */
export function written(setting: Setting, field: string, text: Localized | string): TemplateResult {
  if (typeof text === 'string') return html`<span data-field=${field}>${keepTogether(text)}</span>`;
  const { language } = setting.scene;
  const words = text[language];
  return words === undefined || language === 'ko'
    ? html`<span data-field=${field} lang="ko">${keepTogether(text.ko)}</span>`
    : html`<span data-field=${field} lang=${language}>${words}</span>`;
}

/** A name in the language of the turn, or in Korean. */
export function named({ scene }: Setting, text: Localized): string {
  return text[scene.language] ?? text.ko;
}

/** Who speaks, and of what; where the text takes several pages, which one this is. */
export function byline(setting: Setting, kind: string | null): TemplateResult {
  const speaker = speakerOf(setting.scene, setting.slide.organizationId);
  const name = named(setting, speaker?.byline ?? setting.scene.place);
  return html`<header class="byline" lang=${setting.scene.language} data-tight>
    <span class="bar"></span><span>${name}</span>
    ${kind === null ? nothing : html`<span class="kind" data-spare="8">${kind}</span>`}
    <span class="marker" hidden></span>
  </header>`;
}

/** The title, and under it the same in the second language where there is room. */
export function heading(setting: Setting, title: Localized): TemplateResult {
  return html`<h1 class="title" data-field="title" lang="ko">${keepTogether(title.ko)}</h1>
    ${second(setting, title)}`;
}

/** The title in the second language: in a turn of that language its own, else the first to go where room is short. */
export function second(setting: Setting, title: Localized): Part {
  const { language } = setting.scene;
  const text = secondLine(title, language);
  if (text === null) return nothing;
  return language === 'ko'
    ? html`<p class="second" data-field="title" lang=${text.language} data-spare="9">
        ${text.words}
      </p>`
    : html`<p class="second asked" data-field="title" lang=${text.language} data-last="0">
        ${text.words}
      </p>`;
}

/** The lines; those after the first `kept` (on a tiny board the first) give way to the size of the rest. */
export function linesOf(setting: Setting, lines: readonly Localized[], kept = 3): Part {
  if (lines.length === 0) return nothing;
  const stay = setting.tiny ? Math.min(kept, 1) : kept;
  return html`<div class="lines">
    ${lines.map((line, index) => {
      const words = written(setting, `lines.${String(index)}`, line);
      return index < stay
        ? html`<p data-last=${index + 2}>${words}</p>`
        : html`<p data-spare=${Math.min(index + 2, 5)}>${words}</p>`;
    })}
  </div>`;
}

/** A quiet last line of the template's own. */
export function aside(setting: Setting, text: string): TemplateResult {
  return setting.tiny
    ? html`<p class="aside" lang=${setting.scene.language} data-spare="6">${text}</p>`
    : html`<p class="aside" lang=${setting.scene.language} data-last="9">${text}</p>`;
}

/** Whom to ask. */
export function contactOf(setting: Setting, contact: Localized | null): Part {
  if (contact === null) return nothing;
  const { language } = setting.scene;
  const words = html`<span lang=${language}>${phrases(language).ask}</span>
    ${written(setting, 'contact', contact)}`;
  return setting.tiny
    ? html`<p class="aside" data-spare="5">${words}</p>`
    : html`<p class="aside" data-last="9">${words}</p>`;
}
