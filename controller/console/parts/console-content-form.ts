import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { tradeNames, trades, type Trade } from '../../../shared/content/shop.ts';
import type { Link, Picture, SlideContent, Video } from '../../../shared/content/slide.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import { savedIndex } from './content-fields.ts';
import './console-map-marks.ts';
import type { MapChange } from './console-map-marks.ts';
import './console-menu-items.ts';
import type { MenuChange } from './console-menu-items.ts';
import './console-photo.ts';
import type { PictureFrame } from './console-preview-board.ts';
import './console-video.ts';
import type { VideoChange } from './console-video.ts';
import { chipsField, selectField, textField, type TextField } from './field.ts';
import {
  isEmpty,
  languageNames,
  otherLanguages,
  withoutLanguage,
  writtenLanguages,
  type OtherLanguage,
  type Text,
} from './languages.ts';
import { linkField } from './link-field.ts';
import { localizedField } from './localized-field.ts';
import { isWritten, type MenuItem } from './menu-item.ts';
import type { PictureChange } from './picture-change.ts';
import { figureInput, progressField, type Progress } from './progress-field.ts';
import { contentFields, type ContentField } from './template-fields.ts';

/** The content as it stands after a person typed. */
export class ContentChange extends Event {
  static readonly type = 'content-change';
  readonly content: SlideContent;
  /** What was typed into; the same while a person goes on there. */
  readonly field: string;

  constructor(content: SlideContent, field: string) {
    super(ContentChange.type, { bubbles: true, composed: true });
    this.content = content;
    this.field = field;
  }
}

const LINES = 3;

/** A template's fields: 
 * `<console-content-form .desk .content .organizationId .frames .problemAt @content-change>`.
. */
@customElement('console-content-form')
export class ConsoleContentForm extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  /** How boards crop the slide's picture. */
  @property({ attribute: false }) frames: readonly PictureFrame[] = [];
  /** What was wrong at a path such as `content.title`. */
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;
  /** Switched on before a word is written in them. */
  @state() private wanted: readonly OtherLanguage[] = [];
  #languages: readonly OtherLanguage[] = [];

  protected override willUpdate(): void {
    const written = writtenLanguages(this.content);
    this.#languages = otherLanguages.filter(
      (one) => this.wanted.includes(one) || written.includes(one),
    );
  }

  protected override render() {
    return html`<div class="stack">
      ${contentFields[this.content.template].map((field) => this.#renderField(field))}
      ${chipsField({
        name: 'languages',
        label: '다른 말로도 적기',
        choices: otherLanguages.map((value) => ({ value, label: languageNames[value] })),
        chosen: this.#languages,
        onInput: (languages) => this.#setLanguages(languages),
      })}
    </div>`;
  }

  #renderField(field: ContentField): TemplateResult {
    const value = this.#valueOf(field.key);
    switch (field.kind) {
      case 'localized':
        return this.#renderLocalized(field, value as Text | null);
      case 'lines':
        return this.#renderLines(field, value as Text[]);
      case 'items':
        return this.#renderItems(field, value as MenuItem[]);
      case 'line':
      case 'date':
        return textField({
          ...this.#parts(field),
          type: field.kind === 'date' ? 'date' : 'text',
          ...(field.kind === 'line' ? { drawnIn: 'ko' as const } : {}),
          value: (value as string | null) ?? '',
          onInput: (text) => this.#set(field.key, text),
        });
      case 'number':
        return textField({
          ...this.#parts(field),
          ...figureInput,
          value: `${value as number}`,
          onInput: (text) => this.#set(field.key, Number(text)),
        });
      case 'progress':
        return progressField({
          ...this.#withLanguages(field),
          value: value as Progress | null,
          onInput: (progress) => this.#set(field.key, progress),
        });
      case 'link':
        return linkField({
          ...this.#withLanguages(field),
          value: (value ?? null) as Link | null,
          onInput: (link) => this.#set(field.key, link),
        });
      case 'trade':
        return this.#renderTrade(field, value as Trade | null);
      case 'picture':
        return this.#renderPicture(field, value as Picture | null);
      case 'video':
        return this.#renderVideo(field, value as Video | null);
      case 'map':
        return this.#renderMap(field);
    }
  }

  #renderLocalized(field: ContentField, value: Text | null) {
    return localizedField({
      ...this.#withLanguages(field),
      value: value ?? { ko: '' },
      onInput: (text) => this.#set(field.key, text),
    });
  }

  #renderLines(field: ContentField, lines: readonly Text[]) {
    const all = Array.from({ length: LINES }, (_, index): Text => lines[index] ?? { ko: '' });
    return html`${all.map((line, index) =>
      localizedField({
        id: `${field.key}-${index}`,
        label: `${['첫', '둘', '셋'][index] ?? ''}째 줄`,
        max: field.max,
        value: line,
        languages: this.#languages,
        problemAt: this.#problemsOf(
          field.key,
          savedIndex(
            all.map((one) => !isEmpty(one)),
            index,
          ),
        ),
        onInput: (text) =>
          this.#set(
            field.key,
            all.map((one, i) => (i === index ? text : one)),
            `${field.key}.${index}`,
          ),
      }),
    )}`;
  }

  #renderItems(field: ContentField, items: readonly MenuItem[]) {
    const written = items.map(isWritten);
    return html`<console-menu-items
      .items=${items}
      .languages=${this.#languages}
      .problem=${items.some(isWritten) ? undefined : this.problemAt(`content.${field.key}`)}
      .problemAt=${(index: number, path: string) =>
        this.#problemsOf(field.key, savedIndex(written, index))(path)}
      @menu-change=${(event: MenuChange) => this.#set(field.key, event.items, event.field)}
    ></console-menu-items>`;
  }

  #renderPicture(field: ContentField, picture: Picture | null) {
    const { problem, altProblem } = this.#mediaProblems(field.key);
    return html`<console-photo
      .desk=${this.desk}
      .picture=${picture}
      .organizationId=${this.organizationId}
      .frames=${this.frames}
      .problem=${problem}
      .altProblem=${altProblem}
      @picture-change=${(event: PictureChange) =>
        this.#set(field.key, event.picture, event.part && `${field.key}.${event.part}`)}
    ></console-photo>`;
  }

  #renderVideo(field: ContentField, video: Video | null) {
    const { problem, altProblem } = this.#mediaProblems(field.key);
    return html`<console-video
      .video=${video}
      .organizationId=${this.organizationId}
      .problem=${problem}
      .altProblem=${altProblem}
      @video-change=${(event: VideoChange) =>
        this.#set(field.key, event.video, event.part && `${field.key}.${event.part}`)}
    ></console-video>`;
  }

  /** What is wrong with the description stands there, the rest under the picture. */
  #mediaProblems(key: string) {
    const altProblem = this.problemAt(`content.${key}.alt`);
    return { altProblem, problem: altProblem ? undefined : this.problemAt(`content.${key}`) };
  }

  #renderMap(field: ContentField) {
    const { content } = this;
    if (content.template !== 'map') return html``;
    return html`<console-map-marks
      .map=${content}
      .languages=${this.#languages}
      .problemAt=${(index: number, path: string) => this.#problemsOf(field.key, index)(path)}
      @map-change=${({ part, field: changed }: MapChange) =>
        this.dispatchEvent(new ContentChange({ ...content, ...part }, changed))}
    ></console-map-marks>`;
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
    isCounted: true;
  } {
    return {
      id: field.key,
      label: field.isOptional ? `${field.label} (선택)` : field.label,
      hint: field.hint,
      problem: this.problemAt(`content.${field.key}`),
      max: field.max,
      isRequired: !field.isOptional,
      isCounted: true,
    };
  }

  #withLanguages(field: ContentField) {
    const { id, label, hint, max, isRequired } = this.#parts(field);
    const { key } = field;
    const languages = this.#languages;
    return { id, label, hint, max, isRequired, languages, problemAt: this.#problemsOf(key) };
  }

  /** What is wrong below a field, or below one of its entries as it was saved; nothing for one that was not. */
  #problemsOf(key: string, ...index: (number | undefined)[]) {
    if (index.length > 0 && index[0] === undefined) return () => undefined;
    const at = ['content', key, ...index].join('.');
    return (path: string) => this.problemAt(path === '' ? at : `${at}.${path}`);
  }

  #setLanguages(languages: readonly OtherLanguage[]): void {
    this.wanted = languages;
    const given = this.#languages.filter((one) => !languages.includes(one));
    const content = given.reduce((kept, one) => withoutLanguage(kept, one), this.content);
    if (given.length > 0) this.dispatchEvent(new ContentChange(content, 'languages'));
  }

  #valueOf(key: string): unknown {
    return (this.content as unknown as Readonly<Record<string, unknown>>)[key];
  }

  #set(key: string, value: unknown, field = key): void {
    this.dispatchEvent(new ContentChange({ ...this.content, [key]: value }, field));
  }
}

declare global {
  interface HTMLElementEventMap {
    'content-change': ContentChange;
  }
  interface HTMLElementTagNameMap {
    'console-content-form': ConsoleContentForm;
  }
}
