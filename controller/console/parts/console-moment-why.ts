import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { titleOf } from '../../../shared/content/slide.ts';
import { clockSeconds } from '../../../shared/korean-date.ts';
import type { Moment } from '../../../shared/protocol/http/planning.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import type { EpochMs, ZoneOffset } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { span } from '../app/words.ts';
import type { HourShare } from './hour-shares.ts';
import { layerWords, speakerWords, standingWords, turnWords } from './moment-words.ts';
import { partOf } from './screen-instant.ts';

/**
 * Whose slot a moment is, and why: `<console-moment-why .moment .offsets .share .bookingName .day .at .screenId>`;
 * `day` is its screen day as seen from today, such as `어제`.
 */
@customElement('console-moment-why')
export class ConsoleMomentWhy extends LitElement {
  static override styles = [
    look,
    css`
      .slide {
        align-items: center;
        display: flex;
        gap: 14px;
      }

      .slide strong {
        font-size: 1.0625rem;
      }

      ul {
        display: grid;
        gap: 6px;
      }

      .links a {
        align-items: center;
        display: inline-flex;
        min-height: 44px;
      }
    `,
  ];
  @property({ attribute: false }) moment!: Moment;
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = [];
  /** What its organization gets in the hour; undefined where nobody speaks or the plan is not known. */
  @property({ attribute: false }) share: HourShare | undefined;
  @property({ attribute: false }) bookingName: string | undefined;
  @property() day = '';
  @property({ type: Number }) at: EpochMs = 0;
  @property() screenId = '';

  protected override render() {
    const { slot } = this.moment;
    const covered = layerWords(this.moment);
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">왜 이 차례인가</h2>
      ${covered ? html`<p class="note">${covered}</p>` : nothing}
      ${slot ? this.#renderSlot(slot) : nothing}
      <p class="row links">
        <a href="#/plan/${partOf(this.screenId, this.at)}">이 시간 편성표 보기 →</a>
        ${slot?.bookingId ? html`<a href="#/bookings/${slot.bookingId}">편성 보기 →</a>` : nothing}
      </p>
    </section>`;
  }

  #renderSlot({ startMs, endMs, organizationId }: NonNullable<Moment['slot']>) {
    const { organizations, slide } = this.moment;
    const organization = organizations.find(({ id }) => id === organizationId);
    const who = speakerWords(this.moment, this.bookingName);
    const from = clockSeconds(this.offsets, startMs);
    return html`<p class="slide">
        <span class="bar" ${setStyles({ '--organization': organization?.accent })}></span>
        <span>
          <strong>${slide ? titleOf(slide.content) : who}</strong><br />
          <span class="soft small figures"
            >${organization ? `${who} · ` : ''}${from}부터 ${span(endMs - startMs)}</span
          >
        </span>
      </p>
      <ul class="figures">
        ${this.#reasons(who).map((words) => html`<li>${words}</li>`)}
      </ul>`;
  }

  #reasons(who: string): readonly string[] {
    const { explanation, slot } = this.moment;
    if (slot?.kind === 'house') return ['이 시간에는 나갈 편성이 없어 기본 화면이 나갑니다.'];
    const byHand = slot?.kind === 'now' ? ['‘지금 송출’로 바로 내보낸 슬라이드입니다.'] : [];
    const turn = turnWords(this.moment, who, this.day);
    const isOn = explanation === null || explanation.state === 'on-air';
    return [
      ...byHand,
      ...(turn ? [`${turn}입니다.`] : []),
      ...(this.share ? [shareWords(this.share)] : []),
      ...(isOn ? [] : [standingWords(explanation, this.offsets, this.at)]),
    ];
  }
}

function shareWords({ organization, percent, ms }: HourShare): string {
  const promised = organization.sharePercent;
  return `이 시간 ${organization.name.ko} 몫은 ${span(ms)}(${percent}%), 약속은 ${promised}%입니다.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-moment-why': ConsoleMomentWhy;
  }
}
