import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import type { SlideRevision } from '../../../shared/content/slide.ts';
import { readSlide, type SlideView } from '../../../shared/protocol/http/content.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import './console-thumbnail.ts';
import { refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';
import { revisionChanges } from './revision-changes.ts';

type History = Awaited<ReturnType<typeof readHistory>>;

/** An older revision is wanted back. */
export class RevisionWanted extends Event {
  static readonly type = 'revision-wanted';
  readonly revision: SlideRevision;

  constructor(revision: SlideRevision) {
    super(RevisionWanted.type);
    this.revision = revision;
  }
}

/** What a slide was before, newest first: `<console-slide-history .desk .me .view @revision-wanted>`. */
@customElement('console-slide-history')
export class ConsoleSlideHistory extends LitElement {
  static override styles = [
    look,
    css`
      summary {
        cursor: pointer;
        font-weight: 700;
        line-height: 28px;
        min-height: 44px;
        padding: 8px 0;
      }

      li {
        align-items: start;
        display: grid;
        gap: 6px 16px;
        grid-template-columns: minmax(0, 200px) minmax(0, 1fr);
        padding: 14px 0;
      }

      li ul {
        list-style: disc;
        padding-inline-start: 1.2em;
      }

      li li {
        display: list-item;
        padding: 0;
      }

      .about {
        display: grid;
        gap: 6px;
        justify-items: start;
      }

      @media (width < 600px) {
        .list > li {
          grid-template-columns: minmax(0, 112px) minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view!: SlideView;
  @state() private history: History | undefined;
  @state() private isOpen = false;
  readonly #action = new Action(this);

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('view');
    const isAnother = before !== undefined && before.latest.id !== this.view.latest.id;
    if (isAnother) this.history = undefined;
    if (this.isOpen && !this.history && !this.#action.isBusy && !this.#action.refusal)
      void this.#read();
  }

  protected override render() {
    return html`<details class="card pad" @toggle=${this.#onToggle}>
      <summary>지난 판 ${this.view.latest.number}개</summary>
      ${this.isOpen ? this.#renderHistory() : nothing}
    </details>`;
  }

  #renderHistory() {
    const { history } = this;
    if (!history)
      return html`${refusalNote(this.#action.refusal)}
      ${this.#action.refusal ? nothing : html`<p class="soft" role="status">불러오는 중…</p>`}`;
    const newestFirst = [...history.revisions].reverse();
    return html`<ol class="list">
      ${newestFirst.map((revision, index) =>
        this.#renderRevision(revision, newestFirst[index + 1], history),
      )}
    </ol>`;
  }

  #renderRevision(
    revision: SlideRevision,
    before: SlideRevision | undefined,
    { authors }: History,
  ) {
    const { slide } = this.view;
    const isLatest = revision.id === slide.latestRevisionId;
    const author = authors.find(({ id }) => id === revision.createdBy)?.displayName ?? '처음 내용';
    return html`<li>
      <console-thumbnail
        .desk=${this.desk}
        .content=${revision.content}
        .organizationId=${slide.organizationId}
        .shopId=${slide.shopId}
        .slideId=${slide.id}
      ></console-thumbnail>
      <div class="about">
        <p>
          <strong>${revision.number}판</strong>
          ${isLatest ? html`<span class="badge">지금 내용</span>` : nothing}
          ${
            revision.id === slide.approvedRevisionId
              ? html`<span class="badge good">승인된 판</span>`
              : nothing
          }
        </p>
        <p class="soft small">
          ${longDateTime(offsetsOf(this.desk), revision.createdAt)} · ${author}
        </p>
        <ul class="small">
          ${revisionChanges(before, revision).map((words) => html`<li>${words}</li>`)}
        </ul>
        ${
          !isLatest && mayDo(this.me, 'slide.write', slide)
            ? html`<button @click=${() => this.dispatchEvent(new RevisionWanted(revision))}>
                이 판으로 되돌리기
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  readonly #onToggle = (event: Event) => {
    this.isOpen = (event.target as HTMLDetailsElement).open;
  };

  async #read(): Promise<void> {
    await this.#action.run(async () => {
      this.history = await readHistory(this.desk, this.view.slide.id);
    });
  }
}

function readHistory(desk: Desk, slideId: string) {
  return desk.api.call(readSlide, { params: { slideId } });
}

declare global {
  interface HTMLElementEventMap {
    'revision-wanted': RevisionWanted;
  }
  interface HTMLElementTagNameMap {
    'console-slide-history': ConsoleSlideHistory;
  }
}
