/** Parts that several templates share. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../content/fields.ts';
import { keepTogether } from './keep-together.ts';
import { secondLine, speakerOf } from './scene.ts';
import type { Setting } from './slide-element.ts';

type Part = TemplateResult | typeof nothing;

/** Who speaks, and of what. */
export function byline(setting: Setting, kind: string | null): TemplateResult {
  const speaker = speakerOf(setting.scene, setting.slide.organizationId);
  const name = speaker?.byline.ko ?? setting.scene.place.ko;
  return html`<header class="byline" data-tight>
    <span class="bar"></span><span>${name}</span>
    ${kind === null ? nothing : html`<span class="kind" data-spare="8">${kind}</span>`}
  </header>`;
}

/** The title, and under it the same in the second language where there is room. */
export function heading(setting: Setting, title: Localized): TemplateResult {
  return html`<h1 class="title">${keepTogether(title.ko)}</h1>
    ${second(setting, title)}`;
}

/** A text in the second language, the first to go where room is short. */
export function second(setting: Setting, text: Localized): Part {
  const { language } = setting.scene;
  const words = secondLine(text, language);
  if (words === null) return nothing;
  return html`<p
    class="second ${language === 'ko' ? '' : 'asked'}"
    lang=${lang(setting)}
    data-spare="9"
  >
    ${words}
  </p>`;
}

/** The lines; those after the first `kept` (on a tiny board the first) give way to the size of the rest. */
export function linesOf(setting: Setting, lines: readonly Localized[], kept = 3): Part {
  if (lines.length === 0) return nothing;
  const stay = setting.tiny ? Math.min(kept, 1) : kept;
  return html`<div class="lines">
    ${lines.map((line, index) =>
      index < stay
        ? html`<p data-last=${index + 2}>${keepTogether(line.ko)}</p>`
        : html`<p data-spare=${index + 2}>${keepTogether(line.ko)}</p>`,
    )}
  </div>`;
}

/** A quiet last line, such as whom to ask. */
export function aside(setting: Setting, text: string | null): Part {
  if (text === null) return nothing;
  return setting.tiny
    ? html`<p class="aside" data-spare="6">${keepTogether(text)}</p>`
    : html`<p class="aside" data-last="9">${keepTogether(text)}</p>`;
}

function lang(setting: Setting): string {
  return setting.scene.language === 'ko' ? 'en' : setting.scene.language;
}
