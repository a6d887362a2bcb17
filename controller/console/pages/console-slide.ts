import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import { titleOf, type Template } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { shopsOfMerchant } from '../app/merchant.ts';
import { Watch } from '../app/watch.ts';
import { stateNames, stateTones, templateNames } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-gallery.ts';
import type { TemplateChosen } from '../parts/console-gallery.ts';
import '../parts/console-scans.ts';
import '../parts/console-slide-actions.ts';
import '../parts/console-slide-editor.ts';
import type { ConsoleSlideEditor } from '../parts/console-slide-editor.ts';
import '../parts/console-slide-history.ts';
import type { RevisionWanted } from '../parts/console-slide-history.ts';
import '../parts/console-withdrawn.ts';
import { heldView } from '../parts/held-view.ts';
import { draftKey, keptDraft } from '../parts/kept-draft.ts';

const COPY = 'copy-';

/**
 * Makes a slide (`new`, or `copy-` with the id of another), or shows and edits one:
 * `<console-slide .desk .me .slideId>`.
 */
@customElement('console-slide')
export class ConsoleSlide extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property() slideId = '';
  @state() private template: Template | null = null;
  @query('console-slide-editor') private editor!: ConsoleSlideEditor | null;
  protected readonly watch = new Watch(this, () => [
    this.desk.slides,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('slideId')) return;
    const kept = this.slideId === 'new' ? keptDraft(draftKey(this.me.id, 'new')) : undefined;
    this.template = kept?.draft.content.template ?? null;
  }

  protected override render() {
    if (this.slideId.startsWith(COPY))
      return heldView(this.desk.slides, (views) =>
        this.#renderCopy(views, this.slideId.slice(COPY.length)),
      );
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
            @draft-dropped=${() => (this.template = null)}
          ></console-slide-editor>`,
      )}
    </div>`;
  }

  #renderGallery() {
    return html`<div class="stack">
      <h1>무엇을 알리시겠습니까?</h1>
      <p class="soft">틀을 고르면 빈칸만 채우시면 됩니다. 모양은 저절로 잡힙니다.</p>
      <console-gallery
        ?shop=${shopsOfMerchant(this.me).length > 0}
        @template-chosen=${(event: TemplateChosen) => {
          this.template = event.template;
          scrollTo(0, 0);
        }}
      ></console-gallery>
    </div>`;
  }

  #renderCopy(views: readonly SlideView[], id: string) {
    const view = views.find(({ slide }) => slide.id === id);
    if (!view) return this.#renderMissing();
    return html`<div class="stack">
      <h1>‘${titleOf(view.latest.content)}’처럼 새로 만들기</h1>
      <console-slide-editor
        .desk=${this.desk}
        .me=${this.me}
        .copied=${view}
      ></console-slide-editor>
    </div>`;
  }

  #renderOne(views: readonly SlideView[]) {
    const view = views.find(({ slide }) => slide.id === this.slideId);
    if (!view) return this.#renderMissing();
    return html`<div class="stack">
      ${this.#renderHead(view)}
      <console-slide-editor .desk=${this.desk} .me=${this.me} .view=${view}></console-slide-editor>
      <console-scans .desk=${this.desk} .slideId=${view.slide.id}></console-scans>
      <console-slide-history
        .desk=${this.desk}
        .me=${this.me}
        .view=${view}
        @revision-wanted=${(event: RevisionWanted) => this.editor?.put(event.revision)}
      ></console-slide-history>
    </div>`;
  }

  #renderHead(view: SlideView) {
    const { slide, latest } = view;
    const isNewer =
      slide.approvedRevisionId !== null && slide.approvedRevisionId !== slide.latestRevisionId;
    return html`<div class="row between">
        <h1>${titleOf(latest.content)}</h1>
        <span class="badge ${stateTones[slide.state]}">${stateNames[slide.state]}</span>
      </div>
      ${
        slide.state === 'rejected' && slide.rejectionReason
          ? html`<p class="note bad"><strong>반려한 이유</strong><br />${slide.rejectionReason}</p>`
          : nothing
      }
      ${isNewer ? html`<p class="note warn">고친 내용은 승인될 때까지 화면에 나가지 않습니다.</p>` : nothing}
      <console-withdrawn .desk=${this.desk} .view=${view}></console-withdrawn>
      <console-slide-actions
        .desk=${this.desk}
        .me=${this.me}
        .view=${view}
      ></console-slide-actions>`;
  }

  #renderMissing() {
    return html`<div class="card empty">
      <h1>이 슬라이드를 찾을 수 없습니다</h1>
      <a class="button" href="#/slides">슬라이드 목록으로 가기</a>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slide': ConsoleSlide;
  }
}
