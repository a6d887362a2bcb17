import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Feed } from '../../../shared/content/feed.ts';
import type { Person } from '../../../shared/content/person.ts';
import { longDate, longDateTime } from '../../../shared/korean-date.ts';
import { revokeFeed } from '../../../shared/protocol/http/calendar.ts';
import { dateAt } from '../../../shared/time.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';

/** Calendar links that work, and how to end one: `<console-feed-list .desk .me .feeds>`. */
@customElement('console-feed-list')
export class ConsoleFeedList extends LitElement {
  static override styles = [
    look,
    css`
      li {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        justify-content: space-between;
        padding: 14px 18px;
      }

      .words {
        display: grid;
        flex: 1 1 220px;
        gap: 2px;
        overflow-wrap: anywhere;
      }

      dialog[open] {
        display: grid;
        gap: 14px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) feeds: readonly Feed[] = [];
  @state() private ending: Feed | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.organizations, this.desk.shops],
    // Only who may manage people is told of the links of others.
    ...(this.feeds.some(({ personId }) => personId !== this.me.id) ? [this.desk.people] : []),
  ]);

  protected override render() {
    if (this.feeds.length === 0)
      return html`<div class="card empty">
        <p>아직 만든 링크가 없습니다. 휴대전화마다 하나씩 만들어 주십시오.</p>
      </div>`;
    return html`${refusalNote(this.#action.refusal)}
      <ul class="card list">
        ${this.feeds.map((feed) => this.#renderFeed(feed))}
      </ul>
      ${this.#renderDialog()}`;
  }

  #renderFeed(feed: Feed) {
    const made = `${longDate(dateAt(offsetsOf(this.desk), feed.createdAt))}에 만듦`;
    const read =
      feed.readAt === null
        ? '아직 읽은 기기가 없습니다'
        : `마지막으로 읽음 ${longDateTime(offsetsOf(this.desk), feed.readAt)}`;
    return html`<li>
      <div class="words">
        <strong>${feed.name}</strong>
        <span class="soft small">${this.#ownerOf(feed)}${this.#whose(feed)} · ${made}</span>
        <span class="soft small figures">${read}</span>
      </div>
      <button
        class="alarm-line"
        aria-label="${feed.name} 구독 끊기"
        ?disabled=${this.#action.isBusy}
        @click=${() => this.#onAsk(feed)}
      >
        구독 끊기…
      </button>
    </li>`;
  }

  #renderDialog() {
    return html`<dialog aria-labelledby="end-title" @close=${() => (this.ending = undefined)}>
      <h2 id="end-title">${this.ending?.name ?? ''} 구독을 끊을까요?</h2>
      <p>
        이 링크를 넣은 달력에서 편성이 더는 보이지 않습니다. <strong>되돌릴 수 없습니다.</strong>
        다시 보려면 새 링크를 만들어 휴대전화에 넣어야 합니다.
      </p>
      <div class="row">
        <button class="alarm" @click=${this.#onRevoke}>구독 끊기</button>
        <button @click=${() => this.dialog.close()}>그대로 두기</button>
      </div>
    </dialog>`;
  }

  #ownerOf({ personId }: Feed) {
    if (personId === this.me.id) return nothing;
    const owner = this.desk.people.value?.find(({ id }) => id === personId);
    return `${owner?.displayName ?? '다른 사람'} · `;
  }

  #whose({ organizationId, shopId }: Feed): string {
    const shop = this.desk.shops.value?.find(({ id }) => id === shopId);
    const organization = this.desk.organizations.value?.find(({ id }) => id === organizationId);
    return shop?.name.ko ?? organization?.name.ko ?? '모든 편성';
  }

  #onAsk(feed: Feed): void {
    this.ending = feed;
    this.dialog.showModal();
  }

  async #onRevoke(): Promise<void> {
    const feed = this.ending;
    this.dialog.close();
    if (!feed) return;
    await this.#action.run(async () => {
      await this.desk.api.call(revokeFeed, { params: { feedId: feed.id } });
      this.desk.feeds.put(this.feeds.filter(({ id }) => id !== feed.id));
      say(this, { text: `${feed.name} 구독을 끊었습니다.` });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-feed-list': ConsoleFeedList;
  }
}
