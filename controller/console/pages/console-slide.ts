import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import type { Template } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { templateNames } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-gallery.ts';
import type { TemplateChosen } from '../parts/console-gallery.ts';
import '../parts/console-slide-editor.ts';
import { heldView } from '../parts/held-view.ts';

/** Makes a slide (`new`), or shows and edits one: `<console-slide .desk .me .slideId>`. */
@customElement('console-slide')
export class ConsoleSlide extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property() slideId = '';
  @state() private template: Template | null = null;
  protected readonly watch = new Watch(this, () => [
    this.desk.slides,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('slideId')) this.template = null;
  }

  protected override render() {
    if (this.slideId !== 'new')
      return heldView(this.desk.slides, (views) => this.#renderOne(views));
    if (!this.template) return this.#renderGallery();
    return html`<div class="stack">
      <div class="row between">
        <h1>${templateNames[this.template]} 만들기</h1>
        <button class="plain" @click=${() => (this.template = null)}>다른 틀 고르기</button>
      </div>
      ${heldView(
        this.desk.organizations,
        () =>
          html`<console-slide-editor
            .desk=${this.desk}
            .me=${this.me}
            .template=${this.template}
          ></console-slide-editor>`,
      )}
    </div>`;
  }

  #renderGallery() {
    return html`<div class="stack">
      <h1>무엇을 알리시겠습니까?</h1>
      <p class="soft">틀을 고르면 빈칸만 채우시면 됩니다. 모양은 저절로 잡힙니다.</p>
      <console-gallery
        @template-chosen=${(event: TemplateChosen) => (this.template = event.template)}
      ></console-gallery>
    </div>`;
  }

  #renderOne(views: readonly SlideView[]) {
    const view = views.find(({ slide }) => slide.id === this.slideId);
    if (!view)
      return html`<div class="card empty">
        <h1>이 슬라이드를 찾을 수 없습니다</h1>
        <a class="button" href="#/slides">슬라이드 목록으로 가기</a>
      </div>`;
    return html`<console-slide-editor
      .desk=${this.desk}
      .me=${this.me}
      .view=${view}
    ></console-slide-editor>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slide': ConsoleSlide;
  }
}
