import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  FILM_TYPES,
  MAX_FILM_SECONDS,
  MAX_PDF_PAGES,
  mostBytesOf,
  PDF_TYPE,
  PHOTO_TYPES,
  type Media,
  type UploadKind,
} from '../../../shared/content/media.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { upload, type UploadProgress } from '../link/upload.ts';
import { filePickLook } from './file-pick-look.ts';
import { chipsField, type Choice } from './field.ts';
import { refusalNote } from './held-view.ts';

export type Consent = Media['consent'];

/** A stored photo or film, as the person chose it. */
export class MediaPicked extends Event {
  static readonly type = 'media-picked';
  readonly media: Media;
  /** Undefined where nothing was said. */
  readonly consent: Consent | undefined;

  constructor(media: Media, consent: Consent | undefined) {
    super(MediaPicked.type, { bubbles: true, composed: true });
    this.media = media;
    this.consent = consent;
  }
}

const consents: readonly Choice<Consent>[] = [
  { value: 'none-needed', label: '없습니다' },
  { value: 'recorded', label: '있고, 동의를 받았습니다' },
  { value: 'missing', label: '있는데, 아직입니다' },
];
const MEGABYTE = 1024 * 1024;
const accepted: Readonly<Record<UploadKind, string>> = {
  photo: PHOTO_TYPES.join(','),
  pdf: PDF_TYPE,
  film: FILM_TYPES.join(','),
};
const limits: Readonly<Record<UploadKind, string>> = {
  photo: `JPEG, PNG, WebP, AVIF 사진 ${mostBytesOf.photo / MEGABYTE}MB까지`,
  pdf: `PDF ${MAX_PDF_PAGES}쪽, ${mostBytesOf.pdf / MEGABYTE}MB까지`,
  film: `MP4, WebM, MOV 동영상 ${MAX_FILM_SECONDS}초, ${mostBytesOf.film / MEGABYTE}MB까지. 소리는 지웁니다`,
};

/**
 * Chooses files and brings them to the server, with what is to be said of the people on them:
 * `<console-file-pick .kinds .organizationId .hasOne @media-picked>`. `send` is another in tests.
 */
@customElement('console-file-pick')
export class ConsoleFilePick extends LitElement {
  static override styles = [look, filePickLook];
  @property({ attribute: false }) kinds: readonly UploadKind[] = ['photo'];
  @property() organizationId = '';
  /** One is chosen already: another may take its place. */
  @property({ type: Boolean }) hasOne = false;
  @property({ attribute: false }) send: typeof upload = upload;
  /** Nothing is said for a person beforehand. */
  @state() private consent: Consent | undefined;
  @state() private progress: UploadProgress = { phase: 'sending', part: 0 };
  /** Of a PDF, to choose from. */
  @state() private pages: readonly Media[] = [];
  /** What was brought last: it is brought again when the person says otherwise of the consent. */
  #file: File | undefined;
  #cancel: AbortController | undefined;
  readonly #action = new Action(this);

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#cancel?.abort();
  }

  protected override render() {
    return html`<div class="stack">
      ${this.#action.isBusy ? this.#renderProgress() : this.#renderPick()}
      ${refusalNote(this.#action.refusal)} ${this.#renderPages()}
      ${this.hasOne && !this.#file ? nothing : this.#renderConsent()}
    </div>`;
  }

  #renderPick() {
    return html`<div class="picks">
        ${this.kinds.map((kind, index) => this.#renderInput(kind, index === 0))}
        <slot></slot>
      </div>
      <p class="soft small" id="limits">
        ${this.kinds.map((kind) => limits[kind]).join(', ')}. 위치 정보는 지우고 저장합니다.
      </p>`;
  }

  #renderInput(kind: UploadKind, isFirst: boolean) {
    const words = this.hasOne ? againWords[kind] : pickWords[kind];
    const isMain = isFirst && !this.hasOne;
    return html`<label class="button pick ${isMain ? 'main tall' : ''}"
      >${words}<input
        type="file"
        accept=${accepted[kind]}
        aria-label=${words}
        aria-describedby="limits"
        @change=${this.#onPick}
    /></label>`;
  }

  #renderProgress() {
    const { phase, part } = this.progress;
    const percent = Math.round(part * 100);
    return html`<p role="status">
        ${phase === 'sending' ? `올리는 중 ${percent}%` : '화면에 맞게 다듬는 중입니다…'}
      </p>
      <progress max="100" value=${percent} aria-label="올리기"></progress>
      <button type="button" @click=${() => this.#cancel?.abort()}>올리기 취소</button>`;
  }

  #renderPages() {
    if (this.pages.length === 0) return nothing;
    return html`<fieldset>
      <legend>어느 쪽을 쓸지</legend>
      <div class="pages">
        ${this.pages.map(
          (media, index) =>
            html`<button type="button" @click=${() => this.#choose(media)}>
              <img src="/media/${media.sha256}" alt="" loading="lazy" />${index + 1}쪽
            </button>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderConsent() {
    return html`${chipsField<Consent>({
      name: 'consent',
      label: '알아볼 수 있는 사람이 나옵니까?',
      choices: consents,
      chosen: this.consent ? [this.consent] : [],
      isSingle: true,
      onInput: ([consent]) => {
        if (consent) void this.#setConsent(consent);
      },
    })}
    ${
      this.consent === 'missing'
        ? html`<p class="note warn">
            동의를 받기 전에는 초안으로만 저장할 수 있습니다. 받으신 뒤 여기서 바꾸어 주십시오.
          </p>`
        : nothing
    }`;
  }

  readonly #onPick = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    await this.#bring(file);
    // The same file may be chosen again.
    input.value = '';
  };

  async #setConsent(consent: Consent): Promise<void> {
    this.consent = consent;
    if (this.hasOne && this.#file) await this.#bring(this.#file);
  }

  async #bring(file: File): Promise<void> {
    const { consent = 'none-needed' } = this;
    const cancel = new AbortController();
    this.#cancel = cancel;
    this.progress = { phase: 'sending', part: 0 };
    this.pages = [];
    await this.#action.run(async () => {
      const brought = await this.send({
        file,
        consent,
        organizationId: this.organizationId,
        onProgress: (progress) => (this.progress = progress),
        signal: cancel.signal,
      });
      this.#file = file;
      const [first, ...more] = brought;
      if (more.length > 0) this.pages = brought;
      else if (first) this.#choose(first);
    });
  }

  #choose(media: Media): void {
    this.pages = [];
    this.dispatchEvent(new MediaPicked(media, this.consent));
  }
}

const pickWords: Readonly<Record<UploadKind, string>> = {
  photo: '사진 찍기·고르기',
  pdf: 'PDF 포스터 고르기',
  film: '동영상 찍기·고르기',
};
const againWords: Readonly<Record<UploadKind, string>> = {
  photo: '다른 사진 고르기',
  pdf: '다른 PDF 고르기',
  film: '다른 동영상 고르기',
};

declare global {
  interface HTMLElementEventMap {
    'media-picked': MediaPicked;
  }
  interface HTMLElementTagNameMap {
    'console-file-pick': ConsoleFilePick;
  }
}
