import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BookingFields } from '../../../shared/content/booking.ts';
import { look } from '../app/look.ts';
import { textField, tick } from './field.ts';

type Turns = Pick<
  BookingFields,
  'shopId' | 'weight' | 'exclusive' | 'skipClosedDays' | 'promisedPlaysPerDay'
>;

/** The members that changed. */
export class TurnsChange extends Event {
  static readonly type = 'turns-change';
  readonly change: Partial<Turns>;

  constructor(change: Partial<Turns>) {
    super(TurnsChange.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

const MOST_WEIGHT = 10;

/** How often a booking plays: `<console-turns .draft .possible .problemAt @turns-change>`. */
@customElement('console-turns')
export class ConsoleTurns extends LitElement {
  static override styles = [
    look,
    css`
      .turns {
        display: flex;
        gap: 8px;
        align-items: center;
      }

      .turns output {
        font-size: 1.25rem;
        font-weight: 800;
        min-width: 40px;
        text-align: center;
      }
    `,
  ];
  @property({ attribute: false }) draft!: Turns;
  /** The most plays that every day gives, as far as it is known. */
  @property({ attribute: false }) possible: number | undefined;
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;

  protected override render() {
    const { exclusive, shopId, skipClosedDays } = this.draft;
    return html`<div class="stack">
      ${this.#renderWeight()} ${this.#renderPromise()}
      ${tick('행사 독점: 이 시간에는 이 편성만 나갑니다', exclusive, (isOn) =>
        this.#change({ exclusive: isOn }),
      )}
      ${
        shopId === null
          ? nothing
          : tick('가게가 쉬는 날에는 내보내지 않습니다', skipClosedDays, (isOn) =>
              this.#change({ skipClosedDays: isOn }),
            )
      }
    </div>`;
  }

  #renderWeight() {
    const { weight } = this.draft;
    const step = (by: number) =>
      this.#change({ weight: Math.min(MOST_WEIGHT, Math.max(1, weight + by)) });
    return html`<div class="field">
      <span id="turns"><strong>구좌 수</strong></span>
      <div class="turns" role="group" aria-labelledby="turns">
        <button type="button" aria-label="구좌 수 줄이기" @click=${() => step(-1)}>−</button>
        <output aria-live="polite" class="figures">${weight}</output>
        <button type="button" aria-label="구좌 수 늘리기" @click=${() => step(1)}>+</button>
      </div>
      <p class="hint">한 바퀴에 몇 번 나가는지입니다. 보통 1입니다.</p>
    </div>`;
  }

  #renderPromise() {
    const { promisedPlaysPerDay: promised } = this.draft;
    return html`${textField({
      id: 'promise',
      label: '하루에 몇 번 약속합니까 (선택)',
      type: 'number',
      min: 1,
      max: 5000,
      value: promised === null ? '' : `${promised}`,
      hint: '광고주와 약속한 횟수입니다. 화면 고장으로 빠진 횟수는 그날 안에 다시 내보냅니다.',
      problem: this.problemAt('promisedPlaysPerDay'),
      onInput: (text) => this.#change({ promisedPlaysPerDay: text === '' ? null : Number(text) }),
    })}
    ${promised === null ? nothing : this.#renderTooMuch(promised)}`;
  }

  #renderTooMuch(promised: number) {
    const { possible } = this;
    if (possible === undefined || promised <= possible) return nothing;
    if (possible === 0)
      return html`<p class="note warn">
        이대로는 나가지 않는 날이 있어 약속을 지킬 수 없습니다. 날짜와 시간대를 먼저 고쳐 주십시오.
      </p>`;
    return html`<div class="note warn stack">
      <p>
        이대로는 하루 ${possible}번까지 나갑니다. 약속을 줄이거나, 시간대를 넓히거나, 구좌 수를 늘려
        주십시오.
      </p>
      <div class="row">
        <button type="button" @click=${() => this.#change({ promisedPlaysPerDay: possible })}>
          ${possible}번으로 약속하기
        </button>
      </div>
    </div>`;
  }

  #change(change: Partial<Turns>): void {
    this.dispatchEvent(new TurnsChange(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-turns': ConsoleTurns;
  }
}
