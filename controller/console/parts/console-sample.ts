import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Template } from '../../../shared/content/slide.ts';
import '../../../shared/slides/plaza-preview.ts';
import { look } from '../app/look.ts';
import { Seen } from '../app/seen.ts';
import { sampleContents } from '../samples/sample-contents.ts';
import { sampleScene } from '../samples/sample-scene.ts';
import { slideOf } from './preview-scene.ts';

/** Who would speak: the rest is the merchants'. */
const DISTRICT: readonly Template[] = ['notice', 'job', 'figure'];

/** A template well filled, drawn by the board's own elements once it is seen: `<console-sample .template>`. */
@customElement('console-sample')
export class ConsoleSample extends LitElement {
  static override styles = [
    look,
    css`
      div {
        aspect-ratio: 16 / 9;
        background: #0b0e14;
        border-radius: 8px;
        overflow: hidden;
      }
    `,
  ];
  @property() template: Template = 'notice';
  @state() private isSeen = false;
  protected readonly seen = new Seen(this, () => (this.isSeen = true));

  protected override render() {
    const organizationId = DISTRICT.includes(this.template) ? 'district' : 'association';
    const shopId = this.template === 'shop' ? 'snack' : null;
    return html`<div aria-hidden="true">
      ${
        this.isSeen
          ? html`<plaza-preview
              .inert=${true}
              .scene=${sampleScene}
              .slide=${slideOf(sampleContents[this.template], { organizationId, shopId })}
            ></plaza-preview>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sample': ConsoleSample;
  }
}
