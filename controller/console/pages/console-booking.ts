import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BookingFields } from '../../../shared/content/booking.ts';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import {
  createBooking,
  saveBooking,
  type SlideView,
} from '../../../shared/protocol/http/content.ts';
import { readEffect } from '../../../shared/protocol/http/planning.ts';
import { Action } from '../app/action.ts';
import { Asking } from '../app/asking.ts';
import { focusInvalid } from '../app/focus-invalid.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import { submitOnEnter } from '../app/submit-on-enter.ts';
import { say } from '../app/toast.ts';
import { markSaved, markUnsaved } from '../app/unsaved.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-effect.ts';
import type { HoursPicked } from '../parts/console-effect.ts';
import '../parts/console-slide-picker.ts';
import type { SlidesPicked } from '../parts/console-slide-picker.ts';
import '../parts/console-turns.ts';
import type { TurnsChange } from '../parts/console-turns.ts';
import '../parts/console-when.ts';
import type { WhenChange } from '../parts/console-when.ts';
import '../parts/console-who.ts';
import type { WhoChange } from '../parts/console-who.ts';
import '../parts/console-why.ts';
import { bookingFieldsOf, newBooking } from '../parts/booking-draft.ts';
import { possiblePlays, type EffectAnswer } from '../parts/effect-words.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import { screensField } from '../parts/screens-field.ts';

interface EffectQuestion {
  readonly bookingId: string | null;
  readonly fields: BookingFields;
}

/** Books slides (`new`), or changes a booking: `<console-booking .desk .me .bookingId>`. */
@customElement('console-booking')
export class ConsoleBooking extends LitElement {
  static override styles = [
    look,
    css`
      .page {
        margin: 0 auto;
        max-width: 1180px;
      }

      @media (width >= 1000px) {
        form.stack {
          column-gap: 24px;
          grid-template: repeat(6, auto) 1fr / minmax(0, 1fr) 360px;
        }

        form.stack > * {
          grid-column: 1;
        }

        form.stack > console-effect {
          align-self: start;
          grid-area: 1 / 2 / -1;
          position: sticky;
          top: 84px;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property() bookingId = '';
  @state() private draft: BookingFields | undefined;
  #openedId = '';
  #version = 1;
  readonly #action = new Action(this);
  readonly #effect = new Asking<EffectQuestion, EffectAnswer>(this, (body) =>
    this.desk.api.call(readEffect, { body }),
  );
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.bookings, this.desk.organizations, this.desk.shops],
    ...[this.desk.slides, this.desk.screens, this.desk.calendar],
  ]);

  protected override willUpdate() {
    this.#open();
    this.#effect.put(this.#question(), [
      ...[this.desk.bookings.value, this.desk.slides.value, this.desk.calendar.value],
    ]);
  }

  protected override render() {
    const { draft } = this;
    return html`<div class="page stack">
      <h1>${this.bookingId === 'new' ? '편성하기' : '편성 고치기'}</h1>
      ${draft ? this.#renderForm(draft) : skeleton()}
    </div>`;
  }

  #renderForm(draft: BookingFields) {
    const problemAt = (path: string) => this.#action.problemAt(path);
    return html`<form class="stack" novalidate @submit=${this.#onSubmit} @keydown=${submitOnEnter}>
      ${this.#renderWhy()}
      <div class="card pad">
        <console-who
          .desk=${this.desk}
          .me=${this.me}
          .draft=${draft}
          .problemAt=${problemAt}
          @who-change=${(event: WhoChange) => this.#change(event.change)}
        ></console-who>
      </div>
      <div class="card pad stack">
        <console-slide-picker
          .slides=${this.#slidesFor(draft)}
          .chosen=${draft.slideIds}
          .problem=${problemAt('slideIds')}
          @slides-picked=${(event: SlidesPicked) => this.#onPicked(event.slideIds)}
        ></console-slide-picker>
      </div>
      <div class="card pad stack">
        ${screensField({
          value: draft.screens,
          views: this.desk.screens.value ?? [],
          problem: problemAt('screens'),
          onInput: (screens) => this.#change({ screens }),
        })}
        <console-when
          .draft=${draft}
          .marketDigit=${this.desk.calendar.value?.marketDigit ?? null}
          .problemAt=${problemAt}
          @when-change=${(event: WhenChange) => this.#change(event.change)}
        ></console-when>
      </div>
      ${this.#renderEffect(draft)}
      <div class="card pad">
        <console-turns
          .draft=${draft}
          .possible=${this.#possible()}
          .problemAt=${problemAt}
          @turns-change=${(event: TurnsChange) => this.#change(event.change)}
        ></console-turns>
      </div>
      ${refusalNote(this.#action.refusal)}
      <div class="row">
        <button class="main tall" ?disabled=${this.#action.isBusy}>
          ${this.#action.isBusy ? '저장하는 중…' : '편성 저장'}
        </button>
        <a class="button" href="#/bookings" @click=${() => markSaved(this)}>저장하지 않고 나가기</a>
      </div>
    </form>`;
  }

  #renderEffect(draft: BookingFields) {
    const { answer, refusal, isOld } = this.#effect;
    return html`<console-effect
      .desk=${this.desk}
      .draft=${draft}
      .bookingId=${this.#savedId()}
      .answer=${answer}
      .refusal=${refusal}
      .isTold=${this.#action.refusal !== undefined}
      .isOld=${isOld}
      @hours-picked=${(event: HoursPicked) => this.#change(event.hours)}
      @effect-again=${() => this.#effect.again()}
    ></console-effect>`;
  }

  #renderWhy() {
    const booking = this.desk.bookings.value?.find(({ id }) => id === this.bookingId);
    if (!booking) return nothing;
    return html`<console-why .desk=${this.desk} .booking=${booking}></console-why>`;
  }

  /** The organization's slides, those of the chosen shop first. */
  #slidesFor({ organizationId, shopId }: BookingFields) {
    const isOwn = ({ slide }: SlideView) => Number(shopId !== null && slide.shopId === shopId);
    return (this.desk.slides.value ?? [])
      .filter(({ slide }) => slide.organizationId === organizationId)
      .sort((a, b) => isOwn(b) - isOwn(a));
  }

  #onPicked(slideIds: readonly string[]): void {
    const first = this.desk.slides.value?.find(({ slide }) => slide.id === slideIds[0]);
    const shopId = this.draft?.shopId ?? first?.slide.shopId ?? null;
    this.#change({ slideIds: [...slideIds], shopId });
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    await this.#action.run(async () => {
      if (this.bookingId === 'new') await this.desk.api.call(createBooking, { body: draft });
      else
        await this.desk.api.call(saveBooking, {
          params: { bookingId: this.bookingId },
          body: { ...draft, version: this.#version },
        });
      this.desk.bookings.invalidate();
      say(this, { text: '편성을 저장했습니다.' });
      markSaved(this);
      goTo('bookings');
    });
    await focusInvalid(this);
  }

  #open(): void {
    if (this.#openedId === this.bookingId) return;
    const organizations = this.desk.organizations.value;
    const booking = this.desk.bookings.value?.find(({ id }) => id === this.bookingId);
    if (!organizations || (this.bookingId !== 'new' && !booking)) return;
    this.#openedId = this.bookingId;
    this.#version = booking?.version ?? 1;
    this.draft = booking
      ? bookingFieldsOf(booking)
      : newBooking(
          organizations.find(({ id }) => mayDo(this.me, 'booking.write', { organizationId: id }))
            ?.id ?? '',
          this.desk.now(),
        );
  }

  /** What is asked of the plan; the name changes nothing in it. Undefined without slides. */
  #question(): EffectQuestion | undefined {
    const { draft } = this;
    if (!draft || draft.slideIds.length === 0) return undefined;
    return { bookingId: this.#savedId(), fields: { ...draft, name: '편성' } };
  }

  #possible(): number | undefined {
    const { answer } = this.#effect;
    return answer && possiblePlays(answer);
  }

  #savedId(): string | null {
    return this.bookingId === 'new' ? null : this.bookingId;
  }

  #change(part: Partial<BookingFields>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...part };
    markUnsaved(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-booking': ConsoleBooking;
  }
}
