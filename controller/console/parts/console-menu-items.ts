import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { look } from '../app/look.ts';
import { textField } from './field.ts';
import { isWritten, type MenuItem } from './menu-item.ts';

export class MenuChange extends Event {
  static readonly type = 'menu-change';
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[]) {
    super(MenuChange.type);
    this.items = items;
  }
}

const MOST = 6;
const EMPTY: MenuItem = { name: { ko: '' }, price: '' };

/**
 * Up to six priced lines, one more shown than are written:
 * `<console-menu-items .items .problemAt @menu-change>`. `problemAt` takes paths such as `0.price`.
 */
@customElement('console-menu-items')
export class ConsoleMenuItems extends LitElement {
  static override styles = [
    look,
    css`
      li {
        display: grid;
        gap: 8px;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        padding: 6px 0;
      }

      .field {
        align-content: end;
      }
    `,
  ];
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;

  protected override render() {
    const written = this.items.findLastIndex(isWritten) + 1;
    const shown = Math.min(MOST, written + 1);
    return html`<ul aria-label="차림표">
      ${Array.from({ length: shown }, (_, index) => this.#renderItem(index))}
    </ul>`;
  }

  #renderItem(index: number) {
    const item = this.items[index] ?? EMPTY;
    return html`<li>
      ${textField({
        id: `name-${index}`,
        label: `${index + 1}번 이름`,
        max: 14,
        isRequired: index === 0,
        value: item.name.ko,
        problem: this.problemAt(`${index}.name`),
        placeholder: index === 0 ? '떡볶이' : '',
        onInput: (ko) => this.#put(index, { ...item, name: { ...item.name, ko } }),
      })}
      ${textField({
        id: `price-${index}`,
        label: '가격',
        max: 10,
        isRequired: index === 0,
        value: item.price,
        problem: this.problemAt(`${index}.price`),
        placeholder: index === 0 ? '4,000원' : '',
        onInput: (price) => this.#put(index, { ...item, price }),
      })}
    </li>`;
  }

  #put(index: number, item: MenuItem): void {
    const length = Math.max(this.items.length, index + 1);
    const items = Array.from({ length }, (_, i) => (i === index ? item : (this.items[i] ?? EMPTY)));
    this.dispatchEvent(new MenuChange(items));
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
