import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Template } from '../../../shared/content/slide.ts';
import { look } from '../app/look.ts';
import { templateNames, templateUses } from '../app/words.ts';
import './console-sample.ts';
import { galleries } from './template-fields.ts';

/** Which template a person chose. */
export class TemplateChosen extends Event {
  static readonly type = 'template-chosen';
  readonly template: Template;

  constructor(template: Template) {
    super(TemplateChosen.type, { bubbles: true, composed: true });
    this.template = template;
  }
}

/**
 * Templates by what they are for, each with a picture of it well filled: `<console-gallery @template-chosen>`;
 * `shop` shows those of a shop alone.
 */
@customElement('console-gallery')
export class ConsoleGallery extends LitElement {
  static override styles = [
    look,
    css`
      section + section {
        margin-top: 12px;
      }

      .grid {
        display: grid;
        gap: 10px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 230px), 1fr));
        margin-top: 10px;
      }

      button {
        align-items: start;
        align-content: start;
        border-color: var(--line);
        border-radius: var(--radius);
        display: grid;
        font-weight: 400;
        gap: 10px;
        grid-template-columns: minmax(0, 1fr);
        justify-content: stretch;
        padding: 10px 10px 14px;
        text-align: start;
      }

      button:hover {
        border-color: var(--edge);
      }

      .about {
        display: grid;
        gap: 2px;
        padding: 0 4px;
      }

      strong {
        font-size: 1.0625rem;
      }

      @media (width < 600px) {
        button {
          align-items: center;
          grid-template-columns: minmax(0, 9fr) minmax(0, 10fr);
          padding: 8px;
        }
      }
    `,
  ];
  /** [V40] Of a shop alone: what a merchant can say something with. */
  @property({ type: Boolean }) shop = false;

  protected override render() {
    return html`<div class="stack">
      ${galleries.slice(0, this.shop ? 1 : galleries.length).map(
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
      <console-sample .template=${template}></console-sample>
      <span class="about">
        <strong>${templateNames[template]}</strong>
        <span class="soft small">${templateUses[template]}</span>
      </span>
    </button>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'template-chosen': TemplateChosen;
  }
  interface HTMLElementTagNameMap {
    'console-gallery': ConsoleGallery;
  }
}
