import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MAX_STRAIGHTEN_DEGREES, type Picture } from '../../../shared/content/slide.ts';
import { straightenMedia } from '../../../shared/protocol/http/media.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import { refusalNote } from './held-view.ts';
import { PictureChange } from './picture-change.ts';

/** By how many degrees the photo is to be shown turned, beyond what is stored. */
export class TurnShown extends Event {
  static readonly type = 'turn-shown';
  readonly degrees: number;

  constructor(degrees: number) {
    super(TurnShown.type);
    this.degrees = degrees;
  }
}

/** Between the last move and the turning, so that keys may be pressed one after another. */
const PAUSE_MS = 500;

/**
 * Sets a crooked photo straight: `<console-straighten .desk .picture .organizationId @turn-shown @picture-change>`.
 * The server turns the photo as it was brought, so that it may be turned again and loses nothing.
 */
@customElement('console-straighten')
export class ConsoleStraighten extends LitElement {
  static override styles = [
    look,
    css`
      input {
        accent-color: var(--accent-bar);
        height: 44px;
        margin: 0;
        width: 100%;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) picture!: Picture;
  @property() organizationId = '';
  /** What the slider says while the server has not turned it yet. */
  @state() private wanted: number | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #action = new Action(this);

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override render() {
    const degrees = this.wanted ?? this.#stored();
    return html`<label class="field"
        ><span
          >기울기
          <span class="soft figures"
            >${degrees > 0 ? '+' : ''}${degrees}°${this.#action.isBusy ? ' · 바로 세우는 중…' : ''}</span
          ></span
        >
        <input
          type="range"
          min=${-MAX_STRAIGHTEN_DEGREES}
          max=${MAX_STRAIGHTEN_DEGREES}
          step="0.5"
          aria-valuetext="${degrees}도"
          .value=${`${degrees}`}
          @input=${this.#onInput}
      /></label>
      ${refusalNote(this.#action.refusal)}`;
  }

  #stored(): number {
    return this.picture.straightened?.degrees ?? 0;
  }

  readonly #onInput = (event: Event) => {
    this.wanted = Number((event.target as HTMLInputElement).value);
    this.dispatchEvent(new TurnShown(this.wanted - this.#stored()));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#turn(), PAUSE_MS);
  };

  async #turn(): Promise<void> {
    const degrees = this.wanted;
    if (degrees === undefined || this.#action.isBusy) return;
    const isDone = await this.#action.run(async () => {
      this.dispatchEvent(new PictureChange(await this.#turned(degrees)));
    });
    // Moved on meanwhile.
    if (isDone && this.wanted !== degrees) {
      await this.#turn();
      return;
    }
    this.wanted = undefined;
    this.dispatchEvent(new TurnShown(0));
  }

  async #turned(degrees: number): Promise<Picture> {
    const { straightened, ...picture } = this.picture;
    const from = straightened?.from ?? picture.sha256;
    if (degrees === 0) return { ...picture, sha256: from };
    const { sha256 } = await this.desk.api.call(straightenMedia, {
      params: { sha256: from },
      body: { organizationId: this.organizationId, degrees },
    });
    return { ...this.picture, sha256, straightened: { from, degrees } };
  }
}

declare global {
  interface HTMLElementEventMap {
    'turn-shown': TurnShown;
  }
  interface HTMLElementTagNameMap {
    'console-straighten': ConsoleStraighten;
  }
}
