import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import {
  announcementTemplates,
  type AnnouncementTemplate,
} from '../../../shared/content/announcement-templates.ts';
import { look } from '../app/look.ts';

export class TemplateChosen extends Event {
  static readonly type = 'template-chosen';
  readonly template: AnnouncementTemplate;

  constructor(template: AnnouncementTemplate) {
    super(TemplateChosen.type, { bubbles: true, composed: true });
    this.template = template;
  }
}

/** Wordings for the usual cases: `<console-templates @template-chosen>`. */
@customElement('console-templates')
export class ConsoleTemplates extends LitElement {
  static override styles = [
    look,
    css`
      .templates {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .emergency {
        border-color: var(--bad);
        color: var(--bad);
      }
    `,
  ];

  protected override render() {
    return html`<div class="templates" role="group" aria-label="미리 써 둔 글">
      ${announcementTemplates.map(
        (template) =>
          html`<button
            type="button"
            class=${template.level}
            @click=${() => this.dispatchEvent(new TemplateChosen(template))}
          >
            ${template.name}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-templates': ConsoleTemplates;
  }
}
