import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  announcementLevels,
  type AnnouncementLevel,
} from '../../../shared/content/announcement.ts';
import { look } from '../app/look.ts';
import { levelNames } from '../app/words.ts';

const uses: Readonly<Record<AnnouncementLevel, string>> = {
  notice: '한 번 바로 나가고, 편성 사이에서 차례대로 돕니다.',
  important: '바로 나가고, 몇 분마다 다시 나옵니다.',
  emergency: '다른 한 분이 승인하면 화면 전체를 덮습니다. 해제하거나 기한이 될 때까지 있습니다.',
};

export class LevelChosen extends Event {
  static readonly type = 'level-chosen';
  readonly level: AnnouncementLevel;

  constructor(level: AnnouncementLevel) {
    super(LevelChosen.type, { bubbles: true, composed: true });
    this.level = level;
  }
}

/** How loud an announcement is: `<console-level .level @level-chosen>`. */
@customElement('console-level')
export class ConsoleLevel extends LitElement {
  static override styles = [
    look,
    css`
      .levels {
        display: grid;
        gap: 8px;
        margin-top: 6px;
      }

      label {
        align-items: center;
        border: 2px solid var(--line);
        border-radius: 12px;
        cursor: pointer;
        display: flex;
        gap: 14px;
        min-height: 64px;
        padding: 10px 16px;
      }

      label:has(:checked) {
        border-color: var(--main);
      }

      label.emergency:has(:checked) {
        background: var(--bad-ground);
        border-color: var(--alarm);
      }

      strong {
        font-size: 1.125rem;
      }
    `,
  ];
  @property() level: AnnouncementLevel = 'important';

  protected override render() {
    return html`<fieldset>
      <legend>얼마나 급한 소식입니까?</legend>
      <div class="levels">
        ${announcementLevels.map(
          (level) =>
            html`<label class=${level}
              ><input
                type="radio"
                name="level"
                .checked=${level === this.level}
                @change=${() => this.dispatchEvent(new LevelChosen(level))}
              /><span
                ><strong>${levelNames[level]}</strong><br /><span class="small"
                  >${uses[level]}</span
                ></span
              ></label
            >`,
        )}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-level': ConsoleLevel;
  }
}
