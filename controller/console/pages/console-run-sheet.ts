import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { titleOf } from '../../../shared/content/slide.ts';
import { clockSeconds, longDate } from '../../../shared/korean-date.ts';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { addDays, dateAt, isCivilDate, minuteAt } from '../../../shared/time.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { chipsField, selectField, textField } from '../parts/field.ts';
import { heldView } from '../parts/held-view.ts';
import { SEOUL } from '../parts/preview-scene.ts';

const MOST_FOUND = 300;

/** A day of one board, slot by slot: `<console-run-sheet .desk .screenId>`. */
@customElement('console-run-sheet')
export class ConsoleRunSheet extends LitElement {
  static override styles = [
    look,
    css`
      li {
        align-items: center;
        display: grid;
        gap: 14px;
        grid-template-columns: 72px 6px minmax(0, 1fr) auto;
        min-height: 54px;
        padding: 6px 16px;
      }

      li[aria-current] {
        background: var(--good-ground);
        font-weight: 700;
      }

      .past {
        opacity: 0.75;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() screenId = '';
  @state() private date = '';
  @state() private hour: number | null = null;
  @state() private words = '';
  #scrolledTo = '';
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => {
    const id = this.#screen();
    const lists = [this.desk.screens, this.desk.slides, this.desk.shops];
    return id ? [...lists, this.desk.manifest(id), this.desk.plan(id, this.#date())] : lists;
  });

  protected override render() {
    const id = this.#screen();
    return html`<div class="stack">
      <h1>편성표 · ${longDate(this.#date())}</h1>
      ${this.#renderChoice(id ?? '')}
      ${id ? heldView(this.desk.plan(id, this.#date()), (slots) => this.#renderDay(slots, id)) : nothing}
    </div>`;
  }

  protected override updated() {
    const current = this.renderRoot.querySelector<HTMLElement>('li[aria-current]');
    const key = `${this.#screen() ?? ''} ${this.#date()} ${this.hour ?? ''}`;
    if (!current || this.#scrolledTo === key) return;
    this.#scrolledTo = key;
    current.scrollIntoView({ block: 'center' });
  }

  #renderChoice(id: string) {
    return html`<div class="fields">
      ${selectField({
        id: 'screen',
        label: '화면',
        value: id,
        choices: (this.desk.screens.value ?? []).map(({ screen }) => ({
          value: screen.id,
          label: screen.name,
        })),
        onInput: (value) => (this.screenId = value),
      })}
      ${textField({
        id: 'date',
        label: '날짜',
        type: 'date',
        value: this.#date(),
        onInput: (value) => {
          if (isCivilDate(value)) this.date = value;
          this.hour = null;
        },
      })}
      ${textField({
        id: 'find',
        label: '찾기',
        type: 'search',
        placeholder: '가게나 슬라이드',
        value: this.words,
        onInput: (words) => (this.words = words),
      })}
    </div>`;
  }

  #renderDay(slots: readonly Slot[], id: string) {
    const manifest = this.desk.manifest(id).value;
    if (slots.length === 0)
      return html`<div class="card empty"><p>이날은 화면을 켜지 않는 날입니다.</p></div>`;
    const hours = [...new Set(slots.map((slot) => this.#hourOf(slot)))];
    const nowHour = this.#hourOf({ startMs: this.desk.now() });
    const hour = this.hour ?? (hours.includes(nowHour) ? nowHour : (hours[0] ?? 0));
    const shown =
      this.words.trim() === ''
        ? slots.filter((slot) => this.#hourOf(slot) === hour)
        : this.#found(slots);
    return html`${
        this.words.trim() === ''
          ? chipsField({
              name: 'hour',
              label: '시각',
              isSingle: true,
              choices: hours.map((one) => ({ value: `${one}`, label: `${one % 24}시` })),
              chosen: [`${hour}`],
              onInput: ([chosen]) => (this.hour = Number(chosen)),
            })
          : html`<p role="status" class="soft">오늘 ${shown.length}번 나갑니다.</p>`
      }
      <ol class="card list">
        ${shown.slice(0, MOST_FOUND).map((slot) => this.#renderSlot(slot, manifest))}
      </ol>`;
  }

  #renderSlot(slot: Slot, manifest: Manifest | undefined) {
    const now = this.desk.now();
    const isNow = slot.startMs <= now && now < slot.endMs;
    const organization = manifest?.organizations.find(({ id }) => id === slot.organizationId);
    return html`<li
      class=${slot.endMs <= now ? 'past' : ''}
      aria-current=${ifDefined(isNow ? 'time' : undefined)}
    >
      <time class="figures">${clockSeconds(SEOUL, slot.startMs)}</time>
      <span class="bar" ${setStyles({ '--organization': organization?.accent })}></span>
      <span
        >${this.#titleOf(slot)}${isNow ? html` <span class="badge good">지금</span>` : nothing}</span
      >
      <span class="soft figures">${span(slot.endMs - slot.startMs)}</span>
    </li>`;
  }

  #found(slots: readonly Slot[]): readonly Slot[] {
    return slots.filter((slot) => {
      const shop = this.desk.shops.value?.find(({ id }) => id === slot.shopId);
      return `${this.#titleOf(slot)} ${shop?.name.ko ?? ''}`.includes(this.words.trim());
    });
  }

  #titleOf(slot: Slot): string {
    const view = this.desk.slides.value?.find(({ slide }) => slide.id === slot.slideId);
    return view ? titleOf((view.approved ?? view.latest).content) : '지워진 슬라이드';
  }

  /** Hours since the date's own midnight, so that those after the next midnight come last. */
  #hourOf({ startMs }: Pick<Slot, 'startMs'>): number {
    const hour = Math.floor(minuteAt(SEOUL, startMs) / 60);
    return dateAt(SEOUL, startMs) === addDays(this.#date(), 1) ? hour + 24 : hour;
  }

  #screen(): string | undefined {
    return this.screenId || this.desk.screens.value?.[0]?.screen.id;
  }

  #date(): string {
    return this.date || dateAt(SEOUL, this.desk.now());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-run-sheet': ConsoleRunSheet;
  }
}
