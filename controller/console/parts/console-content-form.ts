import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Localized } from '../../../shared/content/fields.ts';
import { tradeNames, trades, type Trade } from '../../../shared/content/shop.ts';
import type { Picture, SlideContent } from '../../../shared/content/slide.ts';
import { look } from '../app/look.ts';
import { contentFields, type ContentField } from './content-fields.ts';
import './console-menu-items.ts';
import type { MenuChange } from './console-menu-items.ts';
import './console-photo.ts';
import type { PictureChange } from './console-photo.ts';
import { selectField, textField, tick, type TextField } from './field.ts';
import type { MenuItem } from './menu-item.ts';

interface Progress {
  readonly value: number;
  readonly label: Localized;
}

/** The content as it stands after a person typed. */
export class ContentChange extends Event {
  static readonly type = 'content-change';
  readonly content: SlideContent;

  constructor(content: SlideContent) {
    super(ContentChange.type, { bubbles: true, composed: true });
    this.content = content;
  }
}

const LINES = 3;

/** A template's fields: `<console-content-form .content .organizationId .problemAt @content-change>`. */
@customElement('console-content-form')
export class ConsoleContentForm extends LitElement {
  static override styles = [
    look,
    css`
      .pair {
        display: grid;
        gap: 8px;
      }
    `,
  ];
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  /** What was wrong at a path such as `content.title`. */
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;
  @state() private hasEnglish = false;

  protected override render() {
    return html`<div class="stack">
      ${contentFields[this.content.template].map((field) => this.#renderField(field))}
      ${tick('영어도 적기', this.#hasEnglish(), (isOn) => (this.hasEnglish = isOn))}
    </div>`;
  }

  #renderField(field: ContentField): TemplateResult {
    const value = this.#valueOf(field.key);
    switch (field.kind) {
      case 'localized':
        return this.#renderLocalized(field, (value as Localized | null) ?? { ko: '' });
      case 'lines':
        return this.#renderLines(field, value as Localized[]);
      case 'items':
        return this.#renderItems(field, value as MenuItem[]);
      case 'line':
      case 'date':
        return textField({
          ...this.#parts(field),
          type: field.kind === 'date' ? 'date' : 'text',
          value: (value as string | null) ?? '',
          onInput: (text) => this.#set(field.key, text),
        });
      case 'number':
        return this.#renderNumber(field, value as number);
      case 'progress':
        return this.#renderProgress(field, value as Progress | null);
      case 'trade':
        return this.#renderTrade(field, value as Trade | null);
      case 'picture':
        return this.#renderPicture(field, value as Picture | null);
    }
  }

  #renderItems(field: ContentField, items: readonly MenuItem[]) {
    return html`<console-menu-items
      .items=${items}
      .problemAt=${(path: string) => this.problemAt(`content.${field.key}.${path}`)}
      @menu-change=${(event: MenuChange) => this.#set(field.key, event.items)}
    ></console-menu-items>`;
  }

  #renderPicture(field: ContentField, picture: Picture | null) {
    return html`<console-photo
      .picture=${picture}
      .organizationId=${this.organizationId}
      .problem=${this.problemAt(`content.${field.key}`)}
      @picture-change=${(event: PictureChange) => this.#set(field.key, event.picture)}
    ></console-photo>`;
  }

  #renderLocalized(field: ContentField, value: Localized) {
    return html`<div class="pair">
      ${textField({
        ...this.#parts(field),
        value: value.ko,
        onInput: (ko) => this.#set(field.key, { ...value, ko }),
      })}
      ${
        this.#hasEnglish()
          ? textField({
              id: `${field.key}-en`,
              label: `${field.label} (영어)`,
              max: field.max * 2,
              value: value.en ?? '',
              onInput: (en) => this.#set(field.key, { ...value, en }),
            })
          : nothing
      }
    </div>`;
  }

  #renderLines(field: ContentField, lines: readonly Localized[]) {
    return Array.from({ length: LINES }, (_, index) =>
      this.#renderLocalizedLine(field, lines, index),
    ).reduce((before, line) => html`${before}${line}`);
  }

  #renderLocalizedLine(field: ContentField, lines: readonly Localized[], index: number) {
    const at = (i: number): Localized => lines[i] ?? { ko: '' };
    const put = (line: Localized) =>
      this.#set(
        field.key,
        Array.from({ length: LINES }, (_, i) => (i === index ? line : at(i))),
      );
    const label = `${['첫', '둘', '셋'][index] ?? ''}째 줄`;
    return html`<div class="pair">
      ${textField({
        id: `${field.key}-${index}`,
        label,
        max: field.max,
        value: at(index).ko,
        problem: this.problemAt(`content.${field.key}.${index}`),
        onInput: (ko) => put({ ...at(index), ko }),
      })}
      ${
        this.#hasEnglish()
          ? textField({
              id: `${field.key}-${index}-en`,
              label: `${label} (영어)`,
              max: field.max * 2,
              value: at(index).en ?? '',
              onInput: (en) => put({ ...at(index), en }),
            })
          : nothing
      }
    </div>`;
  }

  #renderNumber(field: ContentField, value: number) {
    return textField({
      ...this.#parts(field),
      type: 'number',
      min: 0,
      max: 1e12,
      hasDecimals: true,
      value: `${value}`,
      onInput: (text) => this.#set(field.key, Number(text)),
    });
  }

  #renderProgress(field: ContentField, value: Progress | null) {
    const progress = value ?? { value: 0, label: { ko: '' } };
    const put = (next: Progress) =>
      this.#set(field.key, next.label.ko === '' && next.value === 0 ? null : next);
    return html`<div class="fields">
      ${textField({
        ...this.#parts(field),
        label: '지금까지 이룬 수',
        hint: '같은 단위로. 비워 두면 막대를 그리지 않습니다.',
        type: 'number',
        min: 0,
        max: 1e12,
        hasDecimals: true,
        value: value ? `${value.value}` : '',
        onInput: (text) => put({ ...progress, value: Number(text) }),
      })}
      ${textField({
        id: `${field.key}-label`,
        label: '무엇을 이루었는지',
        max: field.max,
        value: progress.label.ko,
        onInput: (ko) => put({ ...progress, label: { ko } }),
      })}
    </div>`;
  }

  #renderTrade(field: ContentField, value: Trade | null) {
    return selectField<Trade | ''>({
      ...this.#parts(field),
      value: value ?? '',
      choices: [
        { value: '', label: '모든 업종' },
        ...trades.map((trade) => ({ value: trade, label: tradeNames[trade].ko })),
      ],
      onInput: (trade) => this.#set(field.key, trade === '' ? null : trade),
    });
  }

  #parts(field: ContentField): Pick<TextField, 'id' | 'label' | 'hint' | 'problem'> & {
    max: number;
    isRequired: boolean;
  } {
    return {
      id: field.key,
      label: field.isOptional ? `${field.label} (선택)` : field.label,
      hint: field.hint,
      problem: this.problemAt(`content.${field.key}`),
      max: field.max,
      isRequired: !field.isOptional,
    };
  }

  #hasEnglish(): boolean {
    return this.hasEnglish || JSON.stringify(this.content).includes('"en":"');
  }

  #valueOf(key: string): unknown {
    return (this.content as unknown as Readonly<Record<string, unknown>>)[key];
  }

  #set(key: string, value: unknown): void {
    this.dispatchEvent(new ContentChange({ ...this.content, [key]: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-content-form': ConsoleContentForm;
  }
}
