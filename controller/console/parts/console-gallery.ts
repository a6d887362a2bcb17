import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Template } from '../../../shared/content/slide.ts';
import { look } from '../app/look.ts';
import { templateNames, templateUses } from '../app/words.ts';
import { galleries } from './content-fields.ts';

/** Which template a person chose. */
export class TemplateChosen extends Event {
  static readonly type = 'template-chosen';
  readonly template: Template;

  constructor(template: Template) {
    super(TemplateChosen.type, { bubbles: true, composed: true });
    this.template = template;
  }
}

/** Templates by what they are for: `<console-gallery @template-chosen>`. */
@customElement('console-gallery')
export class ConsoleGallery extends LitElement {
  static override styles = [
    look,
    css`
      .grid {
        display: grid;
        gap: 12px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr));
        margin-top: 10px;
      }

      button {
        align-items: start;
        border-color: var(--line);
        display: grid;
        font-weight: 400;
        gap: 4px;
        justify-content: start;
        min-height: 84px;
        padding: 16px 18px;
        text-align: start;
      }

      button:hover {
        border-color: var(--edge);
      }

      strong {
        font-size: 1.0625rem;
      }
    `,
  ];
  protected override render() {
    return html`<div class="stack">
      ${galleries.map(
        ({ purpose, templates }) =>
          html`<section>
            <h2>${purpose}</h2>
            <div class="grid">${templates.map((template) => this.#renderTemplate(template))}</div>
          </section>`,
      )}
    </div>`;
  }

  #renderTemplate(template: Template) {
    return html`<button @click=${() => this.dispatchEvent(new TemplateChosen(template))}>
      <strong>${templateNames[template]}</strong>
      <span class="soft small">${templateUses[template]}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-gallery': ConsoleGallery;
  }
}
