import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Video } from '../../../shared/content/slide.ts';
import { look } from '../app/look.ts';
import './console-file-pick.ts';
import type { MediaPicked } from './console-file-pick.ts';
import { textField } from './field.ts';
import { peopleField, peopleOf } from './people-field.ts';

/** Another film, or the same with other words. */
export class VideoChange extends Event {
  static readonly type = 'video-change';
  readonly video: Video;
  /** As `PictureChange.part`. */
  readonly part: string;

  constructor(video: Video, part: string) {
    super(VideoChange.type);
    this.video = video;
    this.part = part;
  }
}

/** A film: `<console-video .video .organizationId .problem .altProblem @video-change>`. */
@customElement('console-video')
export class ConsoleVideo extends LitElement {
  static override styles = [
    look,
    css`
      img {
        background: #0b0e14;
        border-radius: 10px;
        display: block;
        max-height: 240px;
        max-width: 100%;
      }
    `,
  ];
  @property({ attribute: false }) video: Video | null = null;
  @property() organizationId = '';
  @property({ attribute: false }) problem: string | undefined;
  @property({ attribute: false }) altProblem: string | undefined;
  /** Brought here: who brings a film is asked there. */
  @state() private isBrought = false;

  protected override render() {
    const { video } = this;
    return html`<fieldset>
      <legend>동영상</legend>
      <div class="stack">
        ${
          video
            ? html`<img src="/media/${video.posterSha256}" alt="동영상의 첫 장면" />
                <p class="soft small">${(video.durationMs / 1000).toFixed(1)}초짜리 동영상</p>`
            : nothing
        }
        <console-file-pick
          .kinds=${['film'] as const}
          .organizationId=${this.organizationId}
          .hasOne=${video !== null}
          @media-picked=${this.#onPicked}
        ></console-file-pick>
        ${this.problem ? html`<p class="field"><span class="problem">${this.problem}</span></p>` : nothing}
        ${
          video && !this.isBrought
            ? peopleField('동영상', video.people, (people) =>
                this.#emit({ ...video, people }, 'people'),
              )
            : nothing
        }
        ${
          video
            ? textField({
                id: 'alt',
                label: '동영상 설명 (선택)',
                hint: '화면 낭독기가 읽습니다. 비워 두면 제목을 읽습니다.',
                value: video.alt.ko,
                max: 80,
                problem: this.altProblem,
                onInput: (ko) => this.#emit({ ...video, alt: { ...video.alt, ko } }, 'alt'),
              })
            : nothing
        }
      </div>
    </fieldset>`;
  }

  readonly #onPicked = ({ media, consent }: MediaPicked) => {
    if (!media.video) return;
    const { video } = this;
    const said = peopleOf(consent);
    this.isBrought = true;
    if (video?.sha256 === media.sha256) {
      this.#emit({ ...video, ...said }, 'people');
      return;
    }
    const { posterSha256, durationMs } = media.video;
    const alt = video?.alt ?? { ko: '' };
    this.#emit({ sha256: media.sha256, posterSha256, durationMs, alt, ...said }, '');
  };

  #emit(video: Video, part: string): void {
    this.dispatchEvent(new VideoChange(video, part));
  }
}

declare global {
  interface HTMLElementEventMap {
    'video-change': VideoChange;
  }
  interface HTMLElementTagNameMap {
    'console-video': ConsoleVideo;
  }
}
