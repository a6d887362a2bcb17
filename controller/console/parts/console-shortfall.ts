import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dateAt, MINUTE_MS } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { offsetsOf } from './place-time.ts';

/** One line when a promise of today will not be kept (S10): `<console-shortfall .desk>`. Nothing otherwise. */
@customElement('console-shortfall')
export class ConsoleShortfall extends LitElement {
  static override styles = [
    look,
    css`
      a {
        color: inherit;
        display: inline-flex;
        min-height: 44px;
        align-items: center;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  #readAt = 0;
  protected readonly tick = new Tick(this, MINUTE_MS);
  protected readonly watch = new Watch(this, () => [
    this.desk.bookings,
    ...(this.#isAsked() ? [this.#promises()] : []),
  ]);

  protected override willUpdate() {
    const now = this.desk.now();
    if (this.#readAt !== 0 && now - this.#readAt < MINUTE_MS) return;
    if (this.#readAt !== 0 && this.#isAsked()) this.#promises().invalidate();
    this.#readAt = now;
  }

  protected override render() {
    const short = this.#short();
    if (short.length === 0) return nothing;
    const [first] = short;
    const name = this.desk.bookings.value?.find(({ id }) => id === first)?.name ?? '편성';
    return html`<div class="note bad row between" role="alert">
      <p>
        오늘 약속한 횟수를 다 채우지 못할 편성이 있습니다:
        ${short.length === 1 ? `‘${name}’` : `‘${name}’ 외 ${short.length - 1}건`}
      </p>
      <a href="#/promises">얼마나 모자라는지 보기 →</a>
    </div>`;
  }

  protected override updated() {
    this.hidden = this.#short().length === 0;
  }

  /** Bookings short on any board, the worst first. */
  #short(): readonly string[] {
    if (!this.#isAsked()) return [];
    const lines = (this.#promises().value ?? []).filter(({ shortfall }) => shortfall > 0);
    return [
      ...new Set([...lines].sort((a, b) => b.shortfall - a.shortfall).map((one) => one.bookingId)),
    ];
  }

  #isAsked(): boolean {
    return (this.desk.bookings.value ?? []).some(
      (one) => one.state === 'live' && one.promisedPlaysPerDay !== null,
    );
  }

  #promises() {
    return this.desk.promises(dateAt(offsetsOf(this.desk), this.desk.now()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-shortfall': ConsoleShortfall;
  }
}
