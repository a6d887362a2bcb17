import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { blankWords, firstBlank } from '../../../shared/content/announcement-blanks.ts';
import type { OtherLanguage } from '../../../shared/content/announcement.ts';
import { look } from '../app/look.ts';
import type { AnnouncementDraft } from './announcement-draft.ts';
import { DraftChange } from './draft-change.ts';
import { textArea, textField } from './field.ts';

const BODY_MAX = 400;
const others: readonly {
  readonly language: OtherLanguage;
  readonly name: string;
  readonly titleMax: number;
  readonly bodyMax: number;
}[] = [
  { language: 'en', name: '영어', titleMax: 80, bodyMax: 800 },
  { language: 'zh', name: '중국어', titleMax: 40, bodyMax: 400 },
  { language: 'ja', name: '일본어', titleMax: 40, bodyMax: 400 },
];
/** In the order in which they are filled. */
const blankFields = ['title', 'body', 'allClear'] as const;

/**
 * What an announcement says, in all languages: `<console-announcement-words .draft .problemAt .isTried
 * @draft-change>`; `isTried` shows which blanks are left.
 */
@customElement('console-announcement-words')
export class ConsoleAnnouncementWords extends LitElement {
  static override styles = [
    look,
    css`
      summary {
        cursor: pointer;
        font-weight: 700;
        min-height: 44px;
        padding-block: 10px;
      }

      details > div {
        margin-top: 6px;
      }
    `,
  ];
  @property({ attribute: false }) draft!: AnnouncementDraft;
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;
  @property({ type: Boolean }) isTried = false;

  /** Goes to the first blank that is left and selects it. Resolves to whether there is one. */
  async goToBlank(): Promise<boolean> {
    await this.updateComplete;
    for (const field of blankFields) {
      const blank = firstBlank(this.draft[field]);
      const control = this.renderRoot.querySelector<HTMLInputElement>(`#${field}`);
      if (!blank || !control) continue;
      control.focus();
      control.setSelectionRange(blank.from, blank.to);
      return true;
    }
    return false;
  }

  protected override render() {
    const { draft } = this;
    const isEmergency = draft.level === 'emergency';
    return html`<div class="stack">
      ${textField({
        id: 'title',
        label: '제목',
        max: 40,
        isRequired: true,
        hint: isEmergency ? '무엇을 해야 하는지부터. 예: 즉시 대피하십시오' : '',
        drawnIn: 'ko',
        value: draft.title,
        problem: this.#problem('title'),
        onInput: (title) => this.#emit({ title }),
      })}
      ${textArea({
        id: 'body',
        label: '내용 (선택)',
        max: BODY_MAX,
        hint: `${draft.body.length}/${BODY_MAX}자. 길면 여러 쪽으로 나누어 그대로 보여 줍니다.`,
        drawnIn: 'ko',
        value: draft.body,
        problem: this.#problem('body'),
        onInput: (body) => this.#emit({ body }),
      })}
      ${textField({
        id: 'source',
        label: '보내는 곳',
        max: 40,
        isRequired: true,
        drawnIn: 'ko',
        value: draft.source,
        problem: this.problemAt('source'),
        onInput: (source) => this.#emit({ source }),
      })}
      ${isEmergency ? this.#renderAllClear() : nothing}
      ${draft.level === 'notice' ? nothing : this.#renderLanguages()}
    </div>`;
  }

  #renderAllClear() {
    return textField({
      id: 'allClear',
      label: '해제할 때 보일 말 (선택)',
      hint: '해제하면 파란 화면에 1분 동안 나갑니다. 비워 두면 제목이 나갑니다.',
      max: 100,
      drawnIn: 'ko',
      value: this.draft.allClear,
      problem: this.#problem('allClear'),
      onInput: (allClear) => this.#emit({ allClear }),
    });
  }

  #renderLanguages() {
    const { translations } = this.draft;
    const written = others.filter(({ language }) => translations[language].title !== '');
    const names = written.map(({ name }) => name).join('·');
    return html`<details>
      <summary>다른 언어 (선택)${names === '' ? '' : `: ${names}`}</summary>
      <div class="stack">
        <p class="small soft">
          한국어 다음 쪽에 차례로 나갑니다. 제목을 고치면 여기도 맞는지 살펴 주십시오.
        </p>
        ${others.map((other) => this.#renderLanguage(other))}
      </div>
    </details>`;
  }

  #renderLanguage({ language, name, titleMax, bodyMax }: (typeof others)[number]) {
    const own = this.draft.translations[language];
    const change = (part: Partial<typeof own>) => {
      const translations = { ...this.draft.translations, [language]: { ...own, ...part } };
      this.#emit({ translations });
    };
    return html`${textField({
      id: `${language}-title`,
      label: `${name} 제목`,
      max: titleMax,
      drawnIn: language,
      value: own.title,
      problem: this.problemAt(`translations.${language}.title`),
      onInput: (title) => change({ title }),
    })}
    ${textArea({
      id: `${language}-body`,
      label: `${name} 내용`,
      max: bodyMax,
      rows: 2,
      drawnIn: language,
      value: own.body,
      problem: this.problemAt(`translations.${language}.body`),
      onInput: (body) => change({ body }),
    })}`;
  }

  #problem(path: (typeof blankFields)[number]): string | undefined {
    return this.problemAt(path) ?? (this.isTried ? blankWords(this.draft[path]) : undefined);
  }

  #emit(part: Partial<AnnouncementDraft>): void {
    this.dispatchEvent(new DraftChange(part));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-announcement-words': ConsoleAnnouncementWords;
  }
}
