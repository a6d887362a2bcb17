import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titleOf, type SlideContent } from '../../../shared/content/slide.ts';
import '../../../shared/slides/plaza-preview.ts';
import { look } from '../app/look.ts';
import { Seen } from '../app/seen.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { sampleContent } from './content-fields.ts';
import { sceneOf, sceneSources, slideOf } from './preview-scene.ts';
import { knownShortUrl } from './short-address.ts';

/** A slide in small, drawn only once it is seen: `<console-thumbnail .desk .content .organizationId .shopId .slideId>`. */
@customElement('console-thumbnail')
export class ConsoleThumbnail extends LitElement {
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
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  /** Undefined for a new one. */
  @property({ attribute: false }) slideId: string | undefined;
  @state() private isSeen = false;
  protected readonly seen = new Seen(this, () => (this.isSeen = true));
  protected readonly watch = new Watch(this, () => (this.isSeen ? sceneSources(this.desk) : []));

  protected override render() {
    const content = sampleContent(this.content);
    return html`<div role="img" aria-label="${titleOf(content)} 미리 보기">
      ${
        this.isSeen
          ? html`<plaza-preview
              .inert=${true}
              aria-hidden="true"
              .scene=${sceneOf(this.desk, 'wide')}
              .slide=${slideOf(content, this, knownShortUrl(this.desk, this.slideId))}
              .announcement=${null}
              .layer=${'slot' as const}
              .slotStartMs=${null}
              .slotEndMs=${null}
            ></plaza-preview>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-thumbnail': ConsoleThumbnail;
  }
}
