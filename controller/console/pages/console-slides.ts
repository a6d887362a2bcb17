import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import { slideStates, titleOf, type SlideState } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { stateNames, stateTones, templateNames } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { selectField, textField } from '../parts/field.ts';
import { heldView } from '../parts/held-view.ts';
import '../parts/console-review-notes.ts';
import '../parts/console-thumbnail.ts';

/** All slides: `<console-slides .desk .me>`. */
@customElement('console-slides')
export class ConsoleSlides extends LitElement {
  static override styles = [
    look,
    css`
      .filters {
        display: grid;
        gap: 12px;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      }

      .filters > :first-child {
        grid-column: 1 / -1;
      }

      @media (width >= 900px) {
        .filters {
          grid-template-columns: 2fr 1fr 1fr;
        }

        .filters > :first-child {
          grid-column: auto;
        }
      }

      .grid {
        display: grid;
        gap: 14px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
      }

      .slide {
        color: inherit;
        display: grid;
        gap: 10px;
        padding: 10px 10px 14px;
        text-decoration: none;
      }

      .slide:hover {
        border-color: var(--edge);
      }

      .about {
        display: grid;
        gap: 6px;
        padding: 0 6px;
      }

      @media (width < 600px) {
        .slide {
          grid-template-columns: 132px minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private words = '';
  @state() private state: SlideState | '' = '';
  @state() private organizationId = '';
  protected readonly watch = new Watch(this, () => [
    this.desk.slides,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override render() {
    return html`<div class="stack">
      <div class="row between">
        <h1>슬라이드</h1>
        ${
          mayDoSomewhere(this.me, 'slide.write')
            ? html`<a class="button main" href="#/slides/new">슬라이드 만들기</a>`
            : nothing
        }
      </div>
      <console-review-notes .desk=${this.desk}></console-review-notes>
      ${this.#renderFilters()} ${heldView(this.desk.slides, (views) => this.#renderList(views))}
    </div>`;
  }

  #renderFilters() {
    return html`<div class="filters">
      ${textField({
        id: 'find',
        label: '찾기',
        type: 'search',
        value: this.words,
        placeholder: '제목이나 가게 이름',
        onInput: (words) => (this.words = words),
      })}
      ${selectField<SlideState | ''>({
        id: 'state',
        label: '상태',
        value: this.state,
        choices: [
          { value: '', label: '모든 상태' },
          ...slideStates.map((value) => ({ value, label: stateNames[value] })),
        ],
        onInput: (value) => (this.state = value),
      })}
      ${selectField({
        id: 'organization',
        label: '운영 주체',
        value: this.organizationId,
        choices: [
          { value: '', label: '모든 주체' },
          ...(this.desk.organizations.value ?? []).map(({ id, name }) => ({
            value: id,
            label: name.ko,
          })),
        ],
        onInput: (value) => (this.organizationId = value),
      })}
    </div>`;
  }

  #renderList(views: readonly SlideView[]) {
    const found = views
      .filter((view) => this.#matches(view))
      .sort((a, b) => b.slide.updatedAt - a.slide.updatedAt);
    if (views.length === 0)
      return html`<div class="card empty">
        <h2>아직 슬라이드가 없습니다</h2>
        <p class="soft">사진 한 장과 몇 글자면 첫 슬라이드를 만들 수 있습니다.</p>
        <a class="button main" href="#/slides/new">첫 슬라이드 만들기</a>
      </div>`;
    return html`<p class="soft" role="status">${found.length}장</p>
      ${
        found.length === 0
          ? html`<div class="card empty">
              <p>찾는 슬라이드가 없습니다. 조건을 바꾸어 보십시오.</p>
            </div>`
          : nothing
      }
      <div class="grid">
        ${repeat(
          found,
          ({ slide }) => slide.id,
          (view) => this.#renderSlide(view),
        )}
      </div>`;
  }

  #renderSlide({ slide, latest }: SlideView) {
    const organization = this.desk.organizations.value?.find(
      ({ id }) => id === slide.organizationId,
    );
    return html`<a class="card slide" href="#/slides/${slide.id}">
      <console-thumbnail
        .desk=${this.desk}
        .content=${latest.content}
        .organizationId=${slide.organizationId}
        .shopId=${slide.shopId}
        .slideId=${slide.id}
      ></console-thumbnail>
      <span class="about">
        <strong>${titleOf(latest.content)}</strong>
        <span class="soft small"
          >${organization?.name.ko ?? ''} · ${templateNames[latest.content.template]}</span
        >
        <span
          ><span class="badge ${stateTones[slide.state]}">${stateNames[slide.state]}</span></span
        >
      </span>
    </a>`;
  }

  #matches({ slide, latest }: SlideView): boolean {
    const shop = this.desk.shops.value?.find(({ id }) => id === slide.shopId);
    const text = `${titleOf(latest.content)} ${shop?.name.ko ?? ''}`;
    return (
      (this.state === '' || slide.state === this.state) &&
      (this.organizationId === '' || slide.organizationId === this.organizationId) &&
      text.includes(this.words.trim())
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slides': ConsoleSlides;
  }
}
