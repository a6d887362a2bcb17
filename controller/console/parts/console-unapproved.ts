import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { offsetsOf } from './place-time.ts';

interface Late {
  readonly view: SlideView;
  readonly startsAt: number;
}

/** [V22] What is booked to start within a day and was never approved: `<console-unapproved .desk .me>`. Nothing without any. */
@customElement('console-unapproved')
export class ConsoleUnapproved extends LitElement {
  static override styles = [
    look,
    css`
      ul {
        display: grid;
        gap: 8px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  protected readonly watch = new Watch(this, () => [this.desk.unapproved, this.desk.slides]);

  protected override render() {
    const late = this.#late();
    if (late.length === 0) return nothing;
    return html`<ul aria-label="곧 나갈 것">
      ${late.map((one) => this.#renderLate(one))}
    </ul>`;
  }

  protected override updated() {
    this.hidden = this.#late().length === 0;
  }

  #renderLate({ view, startsAt }: Late) {
    const { slide, latest } = view;
    const when = longDateTime(offsetsOf(this.desk), startsAt);
    const isWaiting = slide.state === 'submitted';
    return html`<li class="note warn row between">
      <p>
        <strong>‘${titleOf(latest.content)}’ 슬라이드가 아직 승인되지 않았습니다.</strong><br />
        ${startsAt <= this.desk.now() ? `${when}부터 나갔어야 합니다.` : `${when}부터 나가기로 되어 있습니다.`}
        ${isWaiting ? '' : '검토도 아직 요청하지 않았습니다.'}
      </p>
      <a
        class="button"
        href=${isWaiting && mayDo(this.me, 'slide.approve', slide) ? '#/review' : `#/slides/${slide.id}`}
        >${isWaiting ? '확인하기' : '슬라이드 열기'}</a
      >
    </li>`;
  }

  #late(): readonly Late[] {
    const views = new Map((this.desk.slides.value ?? []).map((view) => [view.slide.id, view]));
    return (this.desk.unapproved.value ?? []).flatMap(({ slideId, startsAt }) => {
      const view = views.get(slideId);
      return view && mayDo(this.me, 'slide.write', view.slide) ? [{ view, startsAt }] : [];
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-unapproved': ConsoleUnapproved;
  }
}
