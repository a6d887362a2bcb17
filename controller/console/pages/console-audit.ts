import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type * as z from 'zod/mini';
import { longDateTime } from '../../../shared/korean-date.ts';
import { listAudit, type auditEntrySchema } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { subjectOf, subjectSources } from '../parts/audit-subject.ts';
import { actionWords } from '../parts/audit-words.ts';

type Entry = z.infer<typeof auditEntrySchema>;

/** Who did what, the newest first: `<console-audit .desk>`. */
@customElement('console-audit')
export class ConsoleAudit extends LitElement {
  static override styles = [
    look,
    css`
      li {
        padding: 12px 18px;
      }

      .subject {
        overflow-wrap: anywhere;
      }

      pre {
        font-size: 0.8125rem;
        margin: 8px 0 0;
        overflow-x: auto;
        white-space: pre-wrap;
        word-break: break-all;
      }

      summary {
        align-items: center;
        cursor: pointer;
        display: inline-flex;
        min-height: 44px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private entries: readonly Entry[] = [];
  @state() private nextBeforeId: number | null | undefined;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => subjectSources(this.desk));

  override connectedCallback() {
    super.connectedCallback();
    if (this.nextBeforeId === undefined) void this.#onMore();
  }

  protected override render() {
    return html`<div class="stack">
      <h1>감사 기록</h1>
      <p class="soft">화면에 보이는 것을 바꾼 일은 모두 남습니다.</p>
      ${refusalNote(this.#action.refusal)}
      ${this.entries.length === 0 && this.#action.isBusy ? skeleton() : nothing}
      ${
        this.entries.length === 0 && this.nextBeforeId === null
          ? html`<div class="card empty"><p>아직 남은 기록이 없습니다.</p></div>`
          : html`<ol class="card list">
              ${this.entries.map((entry) => this.#renderEntry(entry))}
            </ol>`
      }
      ${
        this.nextBeforeId === null
          ? nothing
          : html`<button ?disabled=${this.#action.isBusy} @click=${this.#onMore}>
              ${this.#action.refusal ? '다시 시도' : '더 보기'}
            </button>`
      }
    </div>`;
  }

  #renderEntry(entry: Entry) {
    const subject = subjectOf(this.desk, entry);
    return html`<li>
      <strong>${actionWords(entry.action)}</strong>
      ${subject === undefined ? nothing : html`<p class="subject">${subject}</p>`}
      <p class="soft small figures">
        ${entry.actor} · ${longDateTime(offsetsOf(this.desk), entry.at)}
      </p>
      <details>
        <summary class="small">자세히</summary>
        <pre>${entry.action} ${entry.subjectId}</pre>
        ${entry.before === null ? nothing : html`<pre>앞: ${JSON.stringify(entry.before, null, 1)}</pre>`}
        ${entry.after === null ? nothing : html`<pre>뒤: ${JSON.stringify(entry.after, null, 1)}</pre>`}
      </details>
    </li>`;
  }

  async #onMore(): Promise<void> {
    await this.#action.run(async () => {
      const query = this.nextBeforeId == null ? {} : { beforeId: this.nextBeforeId };
      const page = await this.desk.api.call(listAudit, { query });
      this.entries = [...this.entries, ...page.entries];
      this.nextBeforeId = page.nextBeforeId;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-audit': ConsoleAudit;
  }
}
