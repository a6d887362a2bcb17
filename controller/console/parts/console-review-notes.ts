import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReviewNote } from '../../../shared/content/review-note.ts';
import { dismissReviewNote } from '../../../shared/protocol/http/approvals.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { refusalNote } from './held-view.ts';

/** [V20] What became of what this person sent, until they have read it: `<console-review-notes .desk>`. Nothing without any. */
@customElement('console-review-notes')
export class ConsoleReviewNotes extends LitElement {
  static override styles = [
    look,
    css`
      ul {
        display: grid;
        gap: 8px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.reviewNotes]);

  protected override render() {
    const notes = this.desk.reviewNotes.value ?? [];
    if (notes.length === 0) return nothing;
    return html`<ul aria-label="보낸 것의 결과">
        ${notes.map((note) => this.#renderNote(note))}
      </ul>
      ${refusalNote(this.#action.refusal)}`;
  }

  protected override updated() {
    this.hidden = (this.desk.reviewNotes.value ?? []).length === 0;
  }

  #renderNote(note: ReviewNote) {
    const { outcome, title, reason, slideId } = note;
    const isApproved = outcome === 'approved';
    return html`<li class="note ${isApproved ? 'good' : 'bad'} row between">
      <p>
        <strong>‘${title}’ ${isApproved ? '승인되었습니다.' : '고쳐서 다시 보내 주십시오.'}</strong>
        ${reason === null ? nothing : html`<br />이유: ${reason}`}
      </p>
      <span class="row">
        <a class="button" href="#/slides/${slideId}">${isApproved ? '보기' : '고치러 가기'}</a>
        <button ?disabled=${this.#action.isBusy} @click=${() => this.#onRead(note)}>
          확인했습니다<span class="hidden">: ${title}</span>
        </button>
      </span>
    </li>`;
  }

  async #onRead({ id }: ReviewNote): Promise<void> {
    await this.#action.run(async () => {
      await this.desk.api.call(dismissReviewNote, { params: { noteId: id } });
      const notes = this.desk.reviewNotes.value ?? [];
      this.desk.reviewNotes.put(notes.filter((note) => note.id !== id));
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-review-notes': ConsoleReviewNotes;
  }
}
