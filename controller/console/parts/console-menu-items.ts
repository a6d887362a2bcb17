import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { look } from '../app/look.ts';
import { textField } from './field.ts';
import type { OtherLanguage } from './languages.ts';
import { localizedField } from './localized-field.ts';
import { isWritten, type MenuItem } from './menu-item.ts';

export class MenuChange extends Event {
  static readonly type = 'menu-change';
  readonly items: readonly MenuItem[];
  /** What was typed into, such as `items.2.price`. */
  readonly field: string;

  constructor(items: readonly MenuItem[], field: string) {
    super(MenuChange.type);
    this.items = items;
    this.field = field;
  }
}

const MOST = 6;
const EMPTY: MenuItem = { name: { ko: '' }, price: '' };

/**
 * Up to six priced lines, one more shown than are written:
 * `<console-menu-items .items .languages .problem .problemAt @menu-change>`.
 */
@customElement('console-menu-items')
export class ConsoleMenuItems extends LitElement {
  static override styles = [
    look,
    css`
      li {
        align-items: start;
        display: grid;
        gap: 8px;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        padding: 6px 0;
      }
    `,
  ];
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @property({ attribute: false }) languages: readonly OtherLanguage[] = [];
  /** What is wrong with the menu as a whole. */
  @property({ attribute: false }) problem: string | undefined;
  /** What is wrong in the line with this index, at a path such as `name.ko`. */
  @property({ attribute: false })
  problemAt: (index: number, path: string) => string | undefined = () => undefined;

  protected override render() {
    const written = this.items.findLastIndex(isWritten) + 1;
    const shown = Math.min(MOST, written + 1);
    return html`<ul aria-label="차림표">
        ${Array.from({ length: shown }, (_, index) => this.#renderItem(index))}
      </ul>
      ${this.problem ? html`<p class="field"><span class="problem">한 줄은 적어 주십시오.</span></p>` : nothing}`;
  }

  #renderItem(index: number) {
    const item = this.items[index] ?? EMPTY;
    return html`<li>
      ${localizedField({
        id: `name-${index}`,
        label: `${index + 1}번 이름`,
        max: 14,
        isRequired: index === 0,
        value: item.name,
        languages: this.languages,
        problemAt: (path) => this.problemAt(index, path === '' ? 'name' : `name.${path}`),
        placeholder: index === 0 ? '떡볶이' : '',
        onInput: (name) => this.#put(index, { ...item, name }, 'name'),
      })}
      ${textField({
        id: `price-${index}`,
        label: '가격',
        max: 10,
        isCounted: true,
        isRequired: index === 0,
        value: item.price,
        drawnIn: 'ko',
        problem: this.problemAt(index, 'price'),
        placeholder: index === 0 ? '4,000원' : '',
        onInput: (price) => this.#put(index, { ...item, price }, 'price'),
      })}
    </li>`;
  }

  #put(index: number, item: MenuItem, part: string): void {
    const length = Math.max(this.items.length, index + 1);
    const items = Array.from({ length }, (_, i) => (i === index ? item : (this.items[i] ?? EMPTY)));
    this.dispatchEvent(new MenuChange(items, `items.${index}.${part}`));
  }
}

declare global {
  interface HTMLElementEventMap {
    'menu-change': MenuChange;
  }
  interface HTMLElementTagNameMap {
    'console-menu-items': ConsoleMenuItems;
  }
}
