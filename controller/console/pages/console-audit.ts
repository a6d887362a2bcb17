import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { auditNouns } from '../../../shared/content/audit-words.ts';
import {
  exportAudit,
  listAudit,
  type AuditEntryView,
  type AuditSearch,
} from '../../../shared/protocol/http/audit.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { addressOf } from '../link/api.ts';
import type { Desk } from '../link/desk.ts';
import { nameToday } from '../parts/audit-names.ts';
import '../parts/console-audit-entry.ts';
import { selectField, textField } from '../parts/field.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';

/** A page that found little is followed by more, by itself, so often; then a person is asked. */
const MOST_PAGES = 20;
const FEW = 10;
const nothingSought: AuditSearch = {};

/** Who did what, the newest first, to be searched and taken along: `<console-audit .desk>`. */
@customElement('console-audit')
export class ConsoleAudit extends LitElement {
  static override styles = [
    look,
    css`
      console-audit-entry {
        padding: 12px 18px;
      }

      .fields {
        display: grid;
        gap: 12px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.75em), 1fr));
      }

      .fields > :first-child {
        grid-column: span 2;
      }

      form {
        display: grid;
        gap: 14px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private entries: readonly AuditEntryView[] = [];
  @state() private nextBeforeId: number | null | undefined;
  /** As it is written, and as it was looked for last. */
  @state() private draft: AuditSearch = nothingSought;
  @state() private sought: AuditSearch = nothingSought;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.people, this.desk.screens]);

  override connectedCallback() {
    super.connectedCallback();
    if (this.nextBeforeId === undefined) void this.#onMore();
  }

  protected override render() {
    return html`<div class="stack">
      <h1>감사 기록</h1>
      <p class="soft">
        화면에 보이는 것과 권한을 바꾼 일은 모두 남고, 남은 기록은 아무도 고치거나 지울 수 없습니다.
      </p>
      ${this.#renderSearch()} ${refusalNote(this.#action.refusal)}
      <div class="soft" role="status">${this.#renderCount()}</div>
      ${this.entries.length === 0 && this.#action.isBusy ? skeleton() : this.#renderFound()}
      ${
        this.nextBeforeId === null
          ? nothing
          : html`<button ?disabled=${this.#action.isBusy} @click=${this.#onMore}>
              ${this.#action.refusal ? '다시 시도' : '더 이전 기록 보기'}
            </button>`
      }
      ${this.#renderFiles()}
    </div>`;
  }

  #renderSearch() {
    const { text = '', subjectId } = this.draft;
    const subject = subjectId === undefined ? undefined : nameToday(this.desk, subjectId);
    return html`<form
      class="card pad"
      role="search"
      aria-label="감사 기록"
      @submit=${this.#onSearch}
    >
      <div class="fields">
        ${textField({
          ...{ id: 'text', label: '찾을 말', type: 'search', value: text, max: 100 },
          ...{ placeholder: '이름, 제목, 바뀐 내용', onInput: (value) => this.#set('text', value) },
        })}
        ${this.#renderWho()} ${this.#renderWhat()} ${this.#renderDate('from', '첫날')}
        ${this.#renderDate('to', '마지막 날')}
      </div>
      ${
        subjectId === undefined
          ? nothing
          : html`<div class="row between note">
              <p>‘${subject ?? subjectId}’의 기록만 찾습니다.</p>
              <button type="button" @click=${() => this.#onSubject(undefined)}>
                모든 대상 보기
              </button>
            </div>`
      }
      <div class="row">
        <button class="main" ?disabled=${this.#action.isBusy}>찾기</button>
        ${
          this.draft === nothingSought
            ? nothing
            : html`<button type="button" @click=${this.#onClear}>조건 지우기</button>`
        }
      </div>
    </form>`;
  }

  #renderWho() {
    const people = (this.desk.people.value ?? []).map(({ id, displayName }) => ({
      value: id,
      label: displayName,
    }));
    return selectField({
      ...{ id: 'person', label: '누가', value: this.draft.personId ?? '' },
      choices: [{ value: '', label: '누구든' }, ...people],
      onInput: (value) => this.#set('personId', value),
    });
  }

  #renderWhat() {
    const nouns = Object.entries(auditNouns).map(([value, label]) => ({ value, label }));
    return selectField({
      ...{ id: 'what', label: '무엇을', value: this.draft.action ?? '' },
      choices: [{ value: '', label: '무엇이든' }, ...nouns],
      onInput: (value) => this.#set('action', value),
    });
  }

  #renderDate(id: 'from' | 'to', label: string) {
    return textField({
      ...{ id, label, type: 'date', value: this.draft[id] ?? '' },
      problem: this.#action.problemAt(id),
      onInput: (value) => this.#set(id, value),
    });
  }

  #renderFound() {
    if (this.entries.length > 0)
      return html`<ol class="card list">
        ${this.entries.map(
          (entry) =>
            html`<li>
              <console-audit-entry
                .desk=${this.desk}
                .entry=${entry}
                @audit-subject=${(event: CustomEvent<string>) => this.#onSubject(event.detail)}
              ></console-audit-entry>
            </li>`,
        )}
      </ol>`;
    if (this.nextBeforeId !== null) return nothing;
    return this.sought === nothingSought
      ? html`<div class="card empty"><p>아직 남은 기록이 없습니다.</p></div>`
      : html`<div class="card empty">
          <h2>찾는 기록이 없습니다</h2>
          <p class="soft">기간을 넓히거나 찾을 말을 줄여 보십시오.</p>
          <button @click=${this.#onClear}>모든 기록 보기</button>
        </div>`;
  }

  #renderFiles() {
    const address = (format: 'csv' | 'jsonl') =>
      addressOf(exportAudit.path, null, { ...this.sought, format });
    return html`<section class="card pad stack" aria-labelledby="files">
      <h2 id="files">내려받기</h2>
      <p class="soft">위에서 찾은 조건 그대로, 오래된 기록부터 모두 담습니다.</p>
      <div class="row">
        <a class="button" href=${address('csv')} download>표로 받기 (CSV)</a>
        <a class="button" href=${address('jsonl')} download>검증용으로 받기 (JSON)</a>
      </div>
    </section>`;
  }

  #renderCount() {
    if (this.#action.isBusy) return html`<p>찾고 있습니다.</p>`;
    if (this.nextBeforeId === undefined || this.entries.length === 0) return nothing;
    const isAll = this.nextBeforeId === null;
    return html`<p>
      ${this.entries.length}건${isAll ? '' : '까지 보입니다. 더 이전 기록이 있습니다.'}
    </p>`;
  }

  #set(field: keyof AuditSearch, value: string): void {
    const written = Object.entries({ ...this.draft, [field]: value }).filter(
      ([, words]) => words !== '',
    );
    const draft: AuditSearch = Object.fromEntries(written);
    this.draft = Object.keys(draft).length === 0 ? nothingSought : draft;
  }

  #onSearch(event: Event): void {
    event.preventDefault();
    void this.#search();
  }

  #onClear(): void {
    this.draft = nothingSought;
    void this.#search();
  }

  #onSubject(subjectId: string | undefined): void {
    this.draft = nothingSought;
    if (subjectId !== undefined) this.#set('subjectId', subjectId);
    void this.#search();
  }

  async #search(): Promise<void> {
    if (this.#action.isBusy) return;
    this.sought = this.draft;
    this.entries = [];
    this.nextBeforeId = undefined;
    await this.#onMore();
  }

  async #onMore(): Promise<void> {
    await this.#action.run(async () => {
      let found = 0;
      for (let pages = 0; pages < MOST_PAGES && found < FEW; pages += 1) {
        if (this.nextBeforeId === null) return;
        const page = await this.desk.api.call(listAudit, {
          query: { ...this.sought, beforeId: this.nextBeforeId ?? undefined },
        });
        this.entries = [...this.entries, ...page.entries];
        this.nextBeforeId = page.nextBeforeId;
        found += page.entries.length;
      }
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-audit': ConsoleAudit;
  }
}
