import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { look } from '../app/look.ts';
import { movingWords, pressed, type Moving } from './move-window.ts';

/** Where it is after a key. */
export class MoveStep extends Event {
  static readonly type = 'move-step';
  readonly moving: Moving;

  constructor(moving: Moving) {
    super(MoveStep.type);
    this.moving = moving;
  }
}

const arrows = [
  { key: 'ArrowLeft', sign: '←', label: '하루 앞으로' },
  { key: 'ArrowRight', sign: '→', label: '하루 뒤로' },
  { key: 'ArrowUp', sign: '↑', label: '' },
  { key: 'ArrowDown', sign: '↓', label: '' },
] as const;

/**
 * Moves a booking by keys, says where it is, and puts it down:
 * `<console-move-bar .moving @move-step @move-done @move-cancel>`.
 */
@customElement('console-move-bar')
export class ConsoleMoveBar extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        bottom: calc(84px + env(safe-area-inset-bottom));
        position: sticky;
        z-index: 6;
      }

      .card {
        box-shadow: var(--shadow);
      }

      .where {
        font-size: 1.125rem;
        font-weight: 800;
      }

      .arrow {
        min-width: 46px;
        padding-inline: 0;
      }

      @media (width >= 900px) {
        :host {
          bottom: 16px;
        }
      }
    `,
  ];
  @property({ attribute: false }) moving: Moving | undefined;
  @query('.main') private put!: HTMLButtonElement | null;

  protected override render() {
    const { moving } = this;
    if (!moving) return nothing;
    return html`<div
      class="card pad stack"
      role="application"
      aria-label="${moving.booking.name} 옮기기"
      aria-describedby="keys"
      @keydown=${this.#onKey}
    >
      <p>
        <strong>${moving.booking.name}</strong>
        <span class="where figures" role="status">${movingWords(moving)}</span>
      </p>
      <p id="keys" class="soft small">${keyWords(moving)}</p>
      <div class="row">
        ${arrows.map(
          ({ key, sign, label }) =>
            html`<button
              class="arrow"
              aria-label=${label || upDownLabel(moving, key)}
              @click=${() => this.#press({ key, shiftKey: false })}
            >
              ${sign}
            </button>`,
        )}
        <button class="main" @click=${() => this.dispatchEvent(new Event('move-done'))}>
          여기에 놓기
        </button>
        <button class="plain" @click=${() => this.dispatchEvent(new Event('move-cancel'))}>
          그만두기
        </button>
      </div>
    </div>`;
  }

  protected override updated(changed: Map<string, unknown>) {
    if (changed.has('moving') && changed.get('moving') === undefined) this.put?.focus();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      this.dispatchEvent(new Event('move-cancel'));
    } else if (event.key.startsWith('Arrow')) {
      this.#press(event);
    } else {
      return;
    }
    event.preventDefault();
  };

  #press(press: Pick<KeyboardEvent, 'key' | 'shiftKey'>): void {
    if (this.moving) this.dispatchEvent(new MoveStep(pressed(this.moving, press)));
  }
}

function keyWords({ isOverDays, booking }: Moving): string {
  const end = 'Enter로 놓고 Esc로 그만둡니다.';
  if (!isOverDays)
    return `화살표로 하루나 30분씩 옮깁니다. Shift와 위아래로 끝을, Shift와 좌우로 시작을 30분씩 당깁니다. ${end}`;
  const stretch = booking.toDate === null ? '' : 'Shift와 좌우로 마지막 날을 당깁니다. ';
  return `좌우로 하루씩, 위아래로 한 주씩 옮깁니다. ${stretch}${end}`;
}

function upDownLabel({ isOverDays }: Moving, key: string): string {
  const by = isOverDays ? '한 주' : '30분';
  return `${by} ${key === 'ArrowUp' ? '앞으로' : '뒤로'}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-move-bar': ConsoleMoveBar;
  }
}
