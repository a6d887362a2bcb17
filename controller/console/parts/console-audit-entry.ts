import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { actionWords } from '../../../shared/content/audit-words.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { AuditEntryView } from '../../../shared/protocol/http/audit.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { differencesOf, type Difference } from './audit-differences.ts';
import { nameSources, nameToday } from './audit-names.ts';
import { subjectOf } from './audit-subject.ts';
import { offsetsOf } from './place-time.ts';

/** Differences that are seen without opening anything. */
const FIRST_SEEN = 4;

/**
 * One row of the audit log, its changes in words: `<console-audit-entry .desk .entry>`. Announces
 * `audit-subject` when somebody wants to see only what happened to the same thing.
 */
@customElement('console-audit-entry')
export class ConsoleAuditEntry extends LitElement {
  static override styles = [
    look,
    css`
      .subject,
      dd {
        overflow-wrap: anywhere;
      }

      dl {
        display: grid;
        gap: 4px 12px;
        grid-template-columns: minmax(6em, max-content) minmax(0, 1fr);
        margin-top: 8px;
      }

      dt {
        color: var(--soft);
      }

      del {
        color: var(--soft);
      }

      ins {
        font-weight: 600;
        text-decoration: none;
      }

      pre {
        /* The machine's fixed-width face may have no Hangul. */
        font: inherit;
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
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      @container (width < 480px) {
        dl {
          gap: 0;
          grid-template-columns: minmax(0, 1fr);
        }

        dd {
          margin-bottom: 6px;
        }
      }

      :host {
        container-type: inline-size;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) entry!: AuditEntryView;
  protected readonly watch = new Watch(this, () => nameSources(this.desk));

  protected override render() {
    const { entry } = this;
    const subject = subjectOf(this.desk, entry);
    const differences = differencesOf(entry.before, entry.after, {
      offsets: offsetsOf(this.desk),
      nameOf: (id) => nameToday(this.desk, id),
    });
    const isEdit = entry.before !== null && entry.after !== null;
    const seen = isEdit ? differences.slice(0, FIRST_SEEN) : [];
    return html`<strong>${actionWords(entry.action)}</strong>
      ${subject === undefined ? nothing : html`<p class="subject">${subject}</p>`}
      <p class="soft small figures">
        ${entry.actor} · ${longDateTime(offsetsOf(this.desk), entry.at)}
      </p>
      ${seen.length === 0 ? nothing : html`<dl class="small">${seen.map(differenceView)}</dl>`}
      ${this.#renderMore(differences.slice(seen.length))}`;
  }

  #renderMore(rest: readonly Difference[]) {
    const { id, action, subjectId, before, after } = this.entry;
    const more = rest.length === 0 ? '' : ` (${rest.length}가지 더)`;
    return html`<details>
      <summary class="small">자세히${more}</summary>
      ${rest.length === 0 ? nothing : html`<dl class="small">${rest.map(differenceView)}</dl>`}
      <p class="row">
        <button @click=${this.#onSubject}>이 대상의 기록만 보기</button>
      </p>
      <details>
        <summary class="small">기록된 그대로</summary>
        <pre>${id} ${action} ${subjectId}</pre>
        ${before === null ? nothing : html`<pre>앞: ${JSON.stringify(before, null, 1)}</pre>`}
        ${after === null ? nothing : html`<pre>뒤: ${JSON.stringify(after, null, 1)}</pre>`}
      </details>
    </details>`;
  }

  #onSubject(): void {
    this.dispatchEvent(
      new CustomEvent('audit-subject', {
        detail: this.entry.subjectId,
        bubbles: true,
        composed: true,
      }),
    );
  }
}

function differenceView({ label, before, after }: Difference) {
  return html`<dt>${label}</dt>
    <dd>
      ${before === null ? nothing : html`<del>${before}</del>`}
      ${before === null || after === null ? nothing : ' → '}
      ${after === null ? html`<span class="soft">(뺌)</span>` : html`<ins>${after}</ins>`}
    </dd>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-audit-entry': ConsoleAuditEntry;
  }
  interface HTMLElementEventMap {
    /** The id of the thing. */
    'audit-subject': CustomEvent<string>;
  }
}
