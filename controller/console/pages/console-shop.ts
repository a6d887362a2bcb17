import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { tradeNames, trades, type Shop } from '../../../shared/content/shop.ts';
import { createShop, saveShop } from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import { say } from '../app/toast.ts';
import { markSaved, markUnsaved } from '../app/unsaved.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-closing.ts';
import type { ClosingChange } from '../parts/console-closing.ts';
import '../parts/console-week.ts';
import type { WeekChange } from '../parts/console-week.ts';
import { selectField, textField, tick, type TextField } from '../parts/field.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import { without } from '../../../shared/without.ts';

type Draft = Omit<Shop, 'id' | 'version'>;

/** Registers a shop (`new`) or changes one: `<console-shop .desk .me .shopId>`. */
@customElement('console-shop')
export class ConsoleShop extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        max-width: 860px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property() shopId = '';
  @state() private draft: Draft | undefined;
  #openedId = '';
  #version = 1;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.shops, this.desk.organizations]);

  protected override willUpdate() {
    if (this.#openedId === this.shopId || !this.desk.organizations.value) return;
    const shop = this.desk.shops.value?.find(({ id }) => id === this.shopId);
    if (this.shopId !== 'new' && !shop) return;
    this.#openedId = this.shopId;
    if (shop) {
      this.#version = shop.version;
      this.draft = without(shop, 'id', 'version');
    } else this.draft = newShop(this.#organizations()[0]?.id ?? '');
  }

  protected override render() {
    const { draft } = this;
    return html`<div class="stack">
      <h1>${this.shopId === 'new' ? '가게 등록' : (draft?.name.ko ?? '가게')}</h1>
      ${draft ? this.#renderForm(draft) : skeleton()}
    </div>`;
  }

  #renderForm(draft: Draft) {
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      <div class="card pad stack">${this.#renderWho(draft)}</div>
      <div class="card pad stack">
        <console-week
          .week=${draft.week}
          .problem=${this.#action.problemAt('week')}
          @week-change=${(event: WeekChange) => this.#change({ week: event.week })}
        ></console-week>
        <console-closing
          .closedNth=${draft.closedNth}
          .closedDates=${draft.closedDates}
          @closing-change=${(event: ClosingChange) => this.#change(event.change)}
        ></console-closing>
      </div>
      <div class="card pad stack">${this.#renderMore(draft)}</div>
      ${refusalNote(this.#action.refusal)}
      <div class="row">
        <button
          class="main tall"
          ?disabled=${this.#action.isBusy || !mayDo(this.me, 'shop.write', draft)}
        >
          가게 저장
        </button>
        <a class="button" href="#/shops" @click=${() => markSaved(this)}>저장하지 않고 나가기</a>
      </div>
    </form>`;
  }

  #renderWho(draft: Draft) {
    return html`<div class="fields">
      ${this.#text({
        id: 'name',
        label: '가게 이름',
        max: 20,
        isRequired: true,
        drawnIn: 'ko',
        value: draft.name.ko,
        onInput: (ko) => this.#change({ name: { ...draft.name, ko } }),
      })}
      ${this.#text({
        id: 'name-en',
        label: '가게 이름 (영어, 선택)',
        max: 40,
        drawnIn: 'en',
        value: draft.name.en ?? '',
        onInput: (en) => this.#change({ name: { ...draft.name, en } }),
      })}
      ${selectField({
        id: 'trade',
        label: '업종',
        value: draft.trade,
        choices: trades.map((value) => ({ value, label: tradeNames[value].ko })),
        onInput: (trade) => this.#change({ trade }),
      })}
      ${this.#text({
        id: 'goods',
        label: '파는 것',
        max: 30,
        hint: '예: 떡볶이 · 김밥',
        isRequired: true,
        drawnIn: 'ko',
        value: draft.goods.ko,
        onInput: (ko) => this.#change({ goods: { ...draft.goods, ko } }),
      })}
      ${selectField({
        id: 'organization',
        label: '운영 주체',
        value: draft.organizationId,
        choices: this.#organizations().map(({ id, name }) => ({ value: id, label: name.ko })),
        onInput: (organizationId) => this.#change({ organizationId }),
      })}
    </div>`;
  }

  #renderMore(draft: Draft) {
    const { onnuri } = draft;
    return html`<div class="fields">
        ${this.#text({
          id: 'place',
          label: '자리',
          max: 30,
          hint: '예: 1번 출구 앞 골목 둘째 집',
          isRequired: true,
          drawnIn: 'ko',
          value: draft.place.ko,
          onInput: (ko) => this.#change({ place: { ...draft.place, ko } }),
        })}
        ${this.#text({
          id: 'walkMinutes',
          label: '1번 출구에서 걸어서 몇 분',
          type: 'number',
          min: 0,
          max: 60,
          value: `${draft.walkMinutes}`,
          onInput: (text) => this.#change({ walkMinutes: Number(text) }),
        })}
        ${this.#text({
          id: 'phone',
          label: '가게 전화 (선택)',
          max: 20,
          hint: '개인 휴대전화 번호는 적지 마십시오.',
          drawnIn: 'ko',
          value: draft.phone ?? '',
          onInput: (phone) => this.#change({ phone: phone.trim() === '' ? null : phone }),
        })}
      </div>
      <fieldset>
        <legend>온누리상품권</legend>
        ${tick('지류', onnuri.paper, (paper) => this.#change({ onnuri: { ...onnuri, paper } }))}
        ${tick('모바일', onnuri.mobile, (mobile) => this.#change({ onnuri: { ...onnuri, mobile } }))}
        ${tick('충전식 카드', onnuri.card, (card) => this.#change({ onnuri: { ...onnuri, card } }))}
      </fieldset>`;
  }

  #text(parts: TextField) {
    return textField({ ...parts, problem: this.#action.problemAt(parts.id) });
  }

  #organizations() {
    return (this.desk.organizations.value ?? []).filter(({ id }) =>
      mayDo(this.me, 'shop.write', { organizationId: id }),
    );
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.draft) return;
    const body = { ...this.draft, name: withoutEmpty(this.draft.name) };
    await this.#action.run(async () => {
      if (this.shopId === 'new') await this.desk.api.call(createShop, { body });
      else
        await this.desk.api.call(saveShop, {
          params: { shopId: this.shopId },
          body: { ...body, version: this.#version },
        });
      this.desk.shops.invalidate();
      say(this, { text: '가게를 저장했습니다.' });
      markSaved(this);
      goTo('shops');
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #change(part: Partial<Draft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...part };
    markUnsaved(this);
  }
}

function newShop(organizationId: string): Draft {
  const usual = { fromMinute: 600, toMinute: 1260 };
  return {
    organizationId,
    name: { ko: '' },
    trade: 'meal',
    goods: { ko: '' },
    week: [null, usual, usual, usual, usual, usual, usual],
    closedNth: [],
    closedDates: [],
    walkMinutes: 2,
    place: { ko: '' },
    phone: null,
    onnuri: { paper: true, mobile: true, card: true },
  };
}

function withoutEmpty(name: Draft['name']): Draft['name'] {
  const { en, ...rest } = name;
  return en === undefined || en.trim() === '' ? rest : { ...rest, en };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-shop': ConsoleShop;
  }
}
