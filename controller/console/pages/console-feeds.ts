import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FeedFields } from '../../../shared/content/feed.ts';
import type { Person } from '../../../shared/content/person.ts';
import { createFeed } from '../../../shared/protocol/http/calendar.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-feed-link.ts';
import '../parts/console-feed-list.ts';
import '../parts/console-plan-tabs.ts';
import { selectField, textField, type Choice } from '../parts/field.ts';
import { heldView, refusalNote } from '../parts/held-view.ts';

const ALL = 'all';
const ORGANIZATION = 'organization ';
const SHOP = 'shop ';

/** Bookings in the calendar of a phone: `<console-feeds .desk .me>`. */
@customElement('console-feeds')
export class ConsoleFeeds extends LitElement {
  static override styles = [
    look,
    css`
      .two {
        align-items: start;
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }

      @media (width >= 1000px) {
        .two {
          grid-template-columns: 420px minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private name = '';
  /** `all`, or an organization or shop with its kind before it. */
  @state() private whose = ALL;
  @state() private made: { readonly name: string; readonly path: string } | undefined;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    this.desk.feeds,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override render() {
    return html`<div class="stack">
      <h1>달력 구독</h1>
      <console-plan-tabs current="feeds"></console-plan-tabs>
      <p class="soft">
        편성을 휴대전화의 달력에서 봅니다. 편성이 바뀌면 달력도 따라 바뀌고, 끝난 편성은 빠집니다.
      </p>
      ${
        this.made
          ? html`<console-feed-link
              name=${this.made.name}
              path=${this.made.path}
            ></console-feed-link>`
          : nothing
      }
      <div class="two">
        ${this.#renderForm()}
        ${heldView(
          this.desk.feeds,
          (feeds) =>
            html`<console-feed-list
              .desk=${this.desk}
              .me=${this.me}
              .feeds=${feeds}
            ></console-feed-list>`,
        )}
      </div>
    </div>`;
  }

  #renderForm() {
    return html`<form class="card pad stack" novalidate @submit=${this.#onSubmit}>
      <h2>새 구독 링크</h2>
      ${textField({
        id: 'name',
        label: '어느 기기',
        hint: '나중에 이 링크만 끊을 수 있도록 알아볼 이름을 적어 주십시오. 예: 내 아이폰',
        max: 30,
        isRequired: true,
        value: this.name,
        problem: this.#action.problemAt('name'),
        onInput: (name) => (this.name = name),
      })}
      ${selectField({
        id: 'whose',
        label: '누구의 편성',
        value: this.whose,
        choices: this.#choices(),
        problem: this.#action.problemAt('organizationId') ?? this.#action.problemAt('shopId'),
        onInput: (whose) => (this.whose = whose),
      })}
      ${refusalNote(this.#action.refusal)}
      <button class="main tall" ?disabled=${this.#action.isBusy}>구독 링크 만들기</button>
    </form>`;
  }

  #choices(): Choice<string>[] {
    const organizations = this.desk.organizations.value ?? [];
    const shops = this.desk.shops.value ?? [];
    return [
      { value: ALL, label: '모든 편성' },
      ...organizations.map(({ id, name }) => ({
        value: `${ORGANIZATION}${id}`,
        label: `${name.ko} 전체`,
      })),
      ...shops.map(({ id, name }) => ({ value: `${SHOP}${id}`, label: name.ko })),
    ];
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.#action.run(async () => {
      const body = { name: this.name, ...chosen(this.whose) };
      const { feed, path } = await this.desk.api.call(createFeed, { body });
      this.desk.feeds.put([...(this.desk.feeds.value ?? []), feed]);
      this.made = { name: feed.name, path };
      this.name = '';
      await this.updateComplete;
      this.renderRoot.querySelector('console-feed-link')?.scrollIntoView({ block: 'center' });
    });
  }
}

function chosen(whose: string): Pick<FeedFields, 'organizationId' | 'shopId'> {
  const idAfter = (kind: string) => (whose.startsWith(kind) ? whose.slice(kind.length) : null);
  return { organizationId: idAfter(ORGANIZATION), shopId: idAfter(SHOP) };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-feeds': ConsoleFeeds;
  }
}
