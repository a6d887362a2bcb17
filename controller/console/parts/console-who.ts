import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BookingFields } from '../../../shared/content/booking.ts';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { selectField, textField } from './field.ts';

type Who = Pick<BookingFields, 'name' | 'organizationId' | 'shopId' | 'slideIds'>;

/** The members that changed. */
export class WhoChange extends Event {
  static readonly type = 'who-change';
  readonly change: Partial<Who>;

  constructor(change: Partial<Who>) {
    super(WhoChange.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

/** The name of a booking and for whom it is: `<console-who .desk .me .draft .problemAt @who-change>`. */
@customElement('console-who')
export class ConsoleWho extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) draft!: Who;
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;
  protected readonly watch = new Watch(this, () => [this.desk.organizations, this.desk.shops]);

  protected override render() {
    return html`<div class="stack">
      ${textField({
        id: 'name',
        label: '편성 이름',
        hint: '목록에서 알아볼 이름입니다. 예: 도레미분식 겨울 특가',
        max: 60,
        isRequired: true,
        value: this.draft.name,
        problem: this.problemAt('name'),
        onInput: (name) => this.#change({ name }),
      })}
      <div class="fields">${this.#renderOrganization()} ${this.#renderShop()}</div>
    </div>`;
  }

  #renderOrganization() {
    const organizations = (this.desk.organizations.value ?? []).filter(({ id }) =>
      mayDo(this.me, 'booking.write', { organizationId: id }),
    );
    return selectField({
      id: 'organization',
      label: '운영 주체',
      value: this.draft.organizationId,
      choices: organizations.map(({ id, name }) => ({ value: id, label: name.ko })),
      problem: this.problemAt('organizationId'),
      onInput: (organizationId) => this.#change({ organizationId, shopId: null, slideIds: [] }),
    });
  }

  #renderShop() {
    const { organizationId, shopId } = this.draft;
    const shops = (this.desk.shops.value ?? []).filter(
      (shop) => shop.organizationId === organizationId,
    );
    if (shops.length === 0) return nothing;
    return selectField({
      id: 'shop',
      label: '가게',
      hint: '한 가게의 편성이 여럿이어도 차례는 한 가게 몫입니다.',
      value: shopId ?? '',
      choices: [
        { value: '', label: '가게 없이' },
        ...shops.map(({ id, name }) => ({ value: id, label: name.ko })),
      ],
      problem: this.problemAt('shopId'),
      onInput: (value) => this.#change({ shopId: value === '' ? null : value }),
    });
  }

  #change(change: Partial<Who>): void {
    this.dispatchEvent(new WhoChange(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-who': ConsoleWho;
  }
}
