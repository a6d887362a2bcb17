import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AlarmNote } from '../../../shared/content/alarm-note.ts';
import type { Person } from '../../../shared/content/person.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import { acknowledgeAlarm } from '../../../shared/protocol/http/alarms.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { offsetsOf } from './place-time.ts';
import { askedByOthers, minutesLeft, waitingAt } from './release-words.ts';

const kindWords: Readonly<Record<AlarmNote['kind'], string>> = {
  'break-glass': '승인 없이 나간 긴급 송출이 있습니다',
  correction: '나가고 있는 긴급 송출을 정정했습니다',
};

/** What nobody on any page may miss: who waits for a release, and what went out alone: `<console-alarm-bar .desk .me>`. */
@customElement('console-alarm-bar')
export class ConsoleAlarmBar extends LitElement {
  static override styles = [
    look,
    css`
      /* Over a long page that somebody is down in; what went out already can wait at its top. */
      :host([data-waits]) {
        position: sticky;
        top: 0;
        z-index: 9;
      }

      @media (width >= 900px) {
        :host([data-waits]) {
          top: 60px;
        }
      }

      a,
      .told {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        padding: 12px 18px;
      }

      a {
        background: var(--alarm);
        color: var(--on-alarm);
        font-weight: 700;
        justify-content: center;
        min-height: 48px;
      }

      .told {
        background: var(--bad-ground);
        border-bottom: 2px solid var(--alarm);
        justify-content: space-between;
      }

      .told p {
        flex: 1 1 260px;
        min-width: 0;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  readonly #action = new Action(this);
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [this.desk.alarms, this.desk.screens]);

  protected override render() {
    const waiting = askedByOthers(waitingAt(this.desk.alarms.value, this.desk.now()), this.me);
    const notes = this.desk.alarms.value?.notes ?? [];
    const [first] = waiting;
    // The oldest first: they are read in the order in which it happened.
    const note = notes.at(-1);
    return html`<div role="alert">
      ${
        first
          ? html`<a href="#/now" @click=${() => scrollTo(0, 0)}
              >긴급 송출 승인 요청${waiting.length > 1 ? ` ${waiting.length}건` : ''}:
              ${first.request.proposal.title} · ${first.requestedBy} ·
              ${minutesLeft(first.request, this.desk.now())}</a
            >`
          : nothing
      }
      ${note ? this.#renderNote(note, notes.length - 1) : nothing}
    </div>`;
  }

  protected override updated() {
    const waiting = askedByOthers(waitingAt(this.desk.alarms.value, this.desk.now()), this.me);
    this.toggleAttribute('data-waits', waiting.length > 0);
  }

  #renderNote(note: AlarmNote, others: number) {
    const { kind, at, by, title, reason } = note;
    return html`<div class="told">
      <p>
        <strong>${kindWords[kind]}</strong>${others > 0 ? ` (외 ${others}건)` : ''}<br />
        ${longDateTime(offsetsOf(this.desk), at)} · ${by} ·
        「${title}」${reason === null ? nothing : html`<br />사유: ${reason}`}
      </p>
      <button ?disabled=${this.#action.isBusy} @click=${() => this.#onKnown(note)}>
        확인했습니다
      </button>
    </div>`;
  }

  async #onKnown({ id }: AlarmNote): Promise<void> {
    await this.#action.run(async () => {
      await this.desk.api.call(acknowledgeAlarm, { params: { noteId: id } });
      await this.desk.alarms.reload();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-alarm-bar': ConsoleAlarmBar;
  }
}
