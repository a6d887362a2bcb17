import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MAX_PHOTO_BYTES, PHOTO_TYPES, type Media } from '../../../shared/content/media.ts';
import type { Picture } from '../../../shared/content/slide.ts';
import { Refusal } from '../../../shared/problem.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { upload, type UploadProgress } from '../link/upload.ts';
import { selectField, textField, type Choice } from './field.ts';
import { refusalNote } from './held-view.ts';

type Consent = Media['consent'];

const consents: readonly Choice<Consent>[] = [
  { value: 'none-needed', label: '알아볼 수 있는 사람이 없습니다' },
  { value: 'recorded', label: '나온 사람의 동의를 받아 두었습니다' },
  { value: 'missing', label: '아직 동의를 받지 못했습니다' },
];

/** A new picture, or null when it was taken out. */
export class PictureChange extends Event {
  static readonly type = 'picture-change';
  readonly picture: Picture | null;

  constructor(picture: Picture | null) {
    super(PictureChange.type, { bubbles: true, composed: true });
    this.picture = picture;
  }
}

/** A photo with its words: `<console-photo .picture .organizationId .problem @picture-change>`. */
@customElement('console-photo')
export class ConsolePhoto extends LitElement {
  static override styles = [
    look,
    css`
      img {
        background: #0b0e14;
        border-radius: 10px;
        max-height: 180px;
        max-width: 100%;
      }

      .pick {
        position: relative;
      }

      .pick:focus-within {
        outline: 3px solid var(--accent-bar);
        outline-offset: 2px;
      }

      .pick input {
        cursor: pointer;
        inset: 0;
        opacity: 0;
        position: absolute;
        width: 100%;
      }

      progress {
        accent-color: var(--accent-bar);
        height: 14px;
        width: 100%;
      }

      input[type='range'] {
        accent-color: var(--accent-bar);
        min-height: 44px;
        width: 100%;
      }
    `,
  ];
  @property({ attribute: false }) picture: Picture | null = null;
  @property() organizationId = '';
  @property({ attribute: false }) problem: string | undefined;
  @state() private consent: Consent = 'none-needed';
  @state() private progress: UploadProgress = { phase: 'sending', part: 0 };
  #cancel: AbortController | undefined;
  readonly #action = new Action(this);

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#cancel?.abort();
  }

  protected override render() {
    return html`<fieldset class="stack">
      <legend>사진</legend>
      ${this.picture ? this.#renderPicture(this.picture) : nothing}
      ${this.#action.isBusy ? this.#renderProgress() : this.#renderPick()}
      ${refusalNote(this.#action.refusal)}
      ${this.problem ? html`<p class="bad" id="problem">${this.problem}</p>` : nothing}
    </fieldset>`;
  }

  #renderPick() {
    return html`${selectField<Consent>({
        id: 'consent',
        label: '사진에 나온 사람',
        hint: '동의를 받지 못한 사진은 화면에 내보낼 수 없습니다.',
        value: this.consent,
        choices: consents,
        onInput: (consent) => (this.consent = consent),
      })}
      <div class="row">
        <label class="button pick"
          >${this.picture ? '다른 사진 고르기' : '사진 고르기'}<input
            type="file"
            accept=${PHOTO_TYPES.join(',')}
            aria-label="사진 고르기"
            aria-describedby="limits"
            @change=${this.#onPick}
        /></label>
        ${
          this.picture
            ? html`<button type="button" class="plain" @click=${() => this.#emit(null)}>
                사진 빼기
              </button>`
            : nothing
        }
      </div>
      <p class="soft small" id="limits">
        JPEG, PNG, WebP, AVIF 사진 한 장, ${MAX_PHOTO_BYTES / 1024 / 1024}MB까지. 위치 정보는 지우고
        저장합니다.
      </p>`;
  }

  #renderProgress() {
    const { phase, part } = this.progress;
    const percent = phase === 'sending' ? Math.round(part * 100) : 100;
    return html`<p role="status">
        ${phase === 'sending' ? `사진을 올리는 중 ${percent}%` : '사진을 다듬는 중입니다…'}
      </p>
      <progress max="100" value=${percent} aria-label="사진 올리기"></progress>
      <button type="button" @click=${() => this.#cancel?.abort()}>올리기 취소</button>`;
  }

  #renderPicture(picture: Picture) {
    return html`<img src="/media/${picture.sha256}" alt=${picture.alt.ko || '올린 사진'} />
      ${textField({
        id: 'alt',
        label: '사진 설명',
        hint: '무엇이 보이는 사진인지 짧게. 화면 낭독기가 읽습니다.',
        value: picture.alt.ko,
        max: 80,
        isRequired: true,
        onInput: (ko) => this.#emit({ ...picture, alt: { ...picture.alt, ko } }),
      })}
      <div class="fields">
        ${this.#renderFocus('가로에서 꼭 보일 곳', picture.focusX, (focusX) => ({
          ...picture,
          focusX,
        }))}
        ${this.#renderFocus('세로에서 꼭 보일 곳', picture.focusY, (focusY) => ({
          ...picture,
          focusY,
        }))}
      </div>`;
  }

  #renderFocus(label: string, value: number, moved: (value: number) => Picture) {
    const onInput = (event: Event) =>
      this.#emit(moved(Number((event.target as HTMLInputElement).value)));
    return html`<label class="field"
      >${label}<input
        type="range"
        min="0"
        max="1"
        step="0.05"
        .value=${`${value}`}
        @input=${onInput}
    /></label>`;
  }

  async #onPick(event: Event): Promise<void> {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    const cancel = new AbortController();
    this.#cancel = cancel;
    this.progress = { phase: 'sending', part: 0 };
    await this.#action.run(async () => {
      if (file.size > MAX_PHOTO_BYTES)
        throw new Refusal('too-large', '사진이 25MB를 넘습니다. 더 작은 사진을 골라 주십시오.');
      const [media] = await upload({
        file,
        organizationId: this.organizationId,
        consent: this.consent,
        onProgress: (progress) => (this.progress = progress),
        signal: cancel.signal,
      });
      if (!media) return;
      const alt = this.picture?.alt ?? { ko: '' };
      this.#emit({ sha256: media.sha256, alt, focusX: 0.5, focusY: 0.5 });
    });
  }

  #emit(picture: Picture | null): void {
    this.dispatchEvent(new PictureChange(picture));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-photo': ConsolePhoto;
  }
}
