import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { noticePages } from '../../../shared/content/notice-pages.ts';
import '../../../shared/slides/plaza-preview.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { announcementOf, layerOf, type AnnouncementDraft } from './announcement-draft.ts';
import { sceneOf, sceneSources, shapeNames, slideOf, type Shape } from './preview-scene.ts';

const shapes: readonly Shape[] = ['wide', 'tiny', 'tall'];

/** An announcement as the board will show it: `<console-announcement-preview .desk .draft>`. */
@customElement('console-announcement-preview')
export class ConsoleAnnouncementPreview extends LitElement {
  static override styles = [
    look,
    css`
      figure {
        border-radius: 10px;
        overflow: hidden;
      }

      .tall {
        margin-inline: auto;
        width: 280px;
      }

      .shapes {
        display: grid;
        gap: 6px;
        grid-template-columns: repeat(3, 1fr);
      }

      .shapes button {
        font-size: 0.9375rem;
        padding-inline: 6px;
      }

      [aria-pressed='true'] {
        background: var(--main);
        border-color: var(--main);
        color: var(--on-main);
      }

      /* Keeps its line while it is empty, so that nothing moves. */
      .pages {
        min-height: 1.5em;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) draft!: AnnouncementDraft;
  @state() private shape: Shape = 'wide';
  /** Of what covers the board; a notice joins the loop instead. */
  @state() private pages = 1;
  @state() private page = 0;
  @query('plaza-preview') private preview!: HTMLElementTagNameMap['plaza-preview'] | null;
  /** The element lays words out once for each `seq`. */
  #seq = 0;
  protected readonly watch = new Watch(this, () => sceneSources(this.desk));

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('draft')) this.#seq += 1;
  }

  protected override updated() {
    void this.#countPages();
  }

  protected override render() {
    const announcement = { ...announcementOf(this.draft, this.desk.now()), seq: this.#seq };
    return html`<div class="stack">
      <figure class=${this.shape} role="img" aria-label="화면에 나갈 모습">
        <plaza-preview
          .inert=${true}
          aria-hidden="true"
          .scene=${sceneOf(this.desk, this.shape)}
          .slide=${slideOf(this.#content(), { organizationId: this.#district(), shopId: null })}
          .announcement=${announcement}
          .layer=${layerOf(this.draft.level)}
          .slotStartMs=${null}
          .slotEndMs=${null}
          .page=${this.page}
        ></plaza-preview>
      </figure>
      <div class="shapes" role="group" aria-label="미리 볼 화면 모양">
        ${shapes.map(
          (shape) =>
            html`<button
              type="button"
              aria-pressed=${shape === this.shape ? 'true' : 'false'}
              @click=${() => (this.shape = shape)}
            >
              ${shapeNames[shape]}
            </button>`,
        )}
      </div>
      ${this.draft.level === 'notice' ? this.#renderPages() : this.#renderTurning()}
    </div>`;
  }

  #renderTurning() {
    if (this.pages < 2) return nothing;
    const page = this.page % this.pages;
    return html`<div class="row between">
      <p class="small figures" role="status">${page + 1}/${this.pages}쪽</p>
      <button type="button" @click=${() => (this.page = (page + 1) % this.pages)}>다음 쪽</button>
    </div>`;
  }

  /** Known once the words are laid out, which goes on after this element is drawn. */
  async #countPages(): Promise<void> {
    await this.preview?.ready;
    this.pages = this.preview?.pages ?? 1;
  }

  #renderPages() {
    const { length } = noticePages(this.draft.body);
    return html`<p class="pages small soft figures" role="status">
      ${length > 1 ? `1/${length}쪽 · 내용이 길어 ${length}장의 슬라이드로 나뉘어 나갑니다.` : nothing}
    </p>`;
  }

  /** A notice joins the loop as slides; this is the first of them. */
  #content() {
    const { title, body, source } = this.draft;
    const [lines = []] = noticePages(body);
    return {
      template: 'notice' as const,
      title: { ko: title.trim() === '' ? '제목을 적어 주십시오' : title },
      lines: lines.map((ko) => ({ ko })),
      contact: { ko: source },
      picture: null,
    };
  }

  #district(): string {
    return this.desk.organizations.value?.find(({ kind }) => kind === 'district')?.id ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-announcement-preview': ConsoleAnnouncementPreview;
  }
}
