import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Picture } from '../../../shared/content/slide.ts';
import { straightenMedia } from '../../../shared/protocol/http/media.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import './console-file-pick.ts';
import type { MediaPicked } from './console-file-pick.ts';
import './console-photo-crop.ts';
import type { PictureFrame } from './console-preview-board.ts';
import './console-straighten.ts';
import type { TurnShown } from './console-straighten.ts';
import { textField } from './field.ts';
import { refusalNote } from './held-view.ts';
import { peopleField, peopleOf } from './people-field.ts';
import { PictureChange } from './picture-change.ts';

/**
 * A photo: taken or chosen, put into its frame, straightened and described:
 * `<console-photo .desk .picture .organizationId .frames .problem .altProblem @picture-change>`.
 */
@customElement('console-photo')
export class ConsolePhoto extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) picture: Picture | null = null;
  @property() organizationId = '';
  /** How boards crop it. */
  @property({ attribute: false }) frames: readonly PictureFrame[] = [];
  @property({ attribute: false }) problem: string | undefined;
  @property({ attribute: false }) altProblem: string | undefined;
  @state() private turn = 0;
  /** Brought here: who brings a photo is asked there. */
  @state() private isBrought = false;
  readonly #action = new Action(this);

  protected override render() {
    const { picture } = this;
    return html`<fieldset>
      <legend>사진</legend>
      <div class="stack">
        ${picture ? this.#renderTools(picture) : nothing}
        <console-file-pick
          .kinds=${['photo', 'pdf'] as const}
          .organizationId=${this.organizationId}
          .hasOne=${picture !== null}
          @media-picked=${this.#onPicked}
        >
          ${
            picture
              ? html`<button type="button" @click=${() => this.#emit(null, '')}>사진 빼기</button>`
              : nothing
          }
        </console-file-pick>
        ${refusalNote(this.#action.refusal)}
        ${this.problem ? html`<p class="field"><span class="problem">${this.problem}</span></p>` : nothing}
        ${picture && !this.isBrought ? this.#renderPeople(picture) : nothing}
        ${picture ? this.#renderAlt(picture) : nothing}
      </div>
    </fieldset>`;
  }

  #renderTools(picture: Picture) {
    return html`<console-photo-crop
        .desk=${this.desk}
        .picture=${picture}
        .frames=${this.frames}
        .turn=${this.turn}
      ></console-photo-crop>
      <console-straighten
        .desk=${this.desk}
        .picture=${picture}
        .organizationId=${this.organizationId}
        @turn-shown=${(event: TurnShown) => (this.turn = event.degrees)}
        @picture-change=${(event: PictureChange) => this.#emit(event.picture, event.part)}
      ></console-straighten>`;
  }

  #renderPeople(picture: Picture) {
    return peopleField('사진', picture.people, (people) =>
      this.#emit({ ...picture, people }, 'people'),
    );
  }

  #renderAlt(picture: Picture) {
    return textField({
      id: 'alt',
      label: '사진 설명 (선택)',
      hint: '화면 낭독기가 읽습니다. 비워 두면 제목을 읽습니다.',
      value: picture.alt.ko,
      max: 80,
      problem: this.altProblem,
      onInput: (ko) => this.#emit({ ...picture, alt: { ...picture.alt, ko } }, 'alt'),
    });
  }

  readonly #onPicked = async ({ media, consent }: MediaPicked) => {
    const { picture } = this;
    const said = peopleOf(consent);
    this.isBrought = true;
    if (picture?.sha256 === media.sha256) {
      this.#emit({ ...picture, ...said }, 'people');
      return;
    }
    if (picture?.straightened?.from === media.sha256) {
      this.#emit({ ...picture, ...said }, 'people');
      await this.#action.run(() => this.#sayAgain(picture.straightened));
      return;
    }
    const alt = picture?.alt ?? { ko: '' };
    this.#emit({ sha256: media.sha256, alt, focusX: 0.5, focusY: 0.5, ...said }, '');
  };

  /** Only the consent was said anew: the straightened copy takes it over when it is made again. */
  async #sayAgain(straightened: Picture['straightened']): Promise<void> {
    if (!straightened) return;
    await this.desk.api.call(straightenMedia, {
      params: { sha256: straightened.from },
      body: { organizationId: this.organizationId, degrees: straightened.degrees },
    });
  }

  #emit(picture: Picture | null, part: string): void {
    this.dispatchEvent(new PictureChange(picture, part));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-photo': ConsolePhoto;
  }
}
