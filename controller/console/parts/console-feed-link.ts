import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { copyFrom } from '../app/copy-from.ts';
import { look } from '../app/look.ts';

/** A new calendar link, told once, and how a phone takes it: `<console-feed-link name="내 아이폰" path="/feeds/….ics">`. */
@customElement('console-feed-link')
export class ConsoleFeedLink extends LitElement {
  static override styles = [
    look,
    css`
      section {
        color: var(--ink);
      }

      h2 {
        color: var(--good);
      }

      .phones {
        display: grid;
        gap: 20px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
      }

      ol {
        counter-reset: step;
        display: grid;
        gap: 8px;
        margin: 10px 0 14px;
      }

      li {
        counter-increment: step;
        display: grid;
        gap: 10px;
        grid-template-columns: 24px minmax(0, 1fr);
      }

      li::before {
        background: var(--card);
        border-radius: 50%;
        content: counter(step);
        font-size: 0.8125rem;
        font-weight: 700;
        height: 24px;
        line-height: 24px;
        text-align: center;
      }
    `,
  ];
  @property() name = '';
  /** Below the console's address. */
  @property() path = '';
  @query('input') private field!: HTMLInputElement;

  protected override render() {
    const link = `${location.origin}${this.path}`;
    return html`<section class="note good stack" aria-labelledby="title">
      <div>
        <h2 id="title">${this.name}에 넣을 링크를 만들었습니다</h2>
        <p>
          이 링크는 지금 한 번만 보입니다. 링크를 가진 사람은 누구나 편성을 볼 수 있으니 다른
          사람에게 보내지 마십시오.
        </p>
      </div>
      <input readonly aria-label="구독 링크" .value=${link} />
      <div class="row">
        <button class="main" @click=${() => void copyFrom(this.field)}>링크 복사</button>
      </div>
      <div class="phones">${this.#renderIphone(link)} ${this.#renderGalaxy()}</div>
    </section>`;
  }

  #renderIphone(link: string) {
    return html`<div>
      <h3>아이폰</h3>
      <ol>
        <li>아이폰에서 이 화면을 보고 있다면 아래 단추를 누릅니다.</li>
        <li>‘구독’을 누르고, 이어서 ‘추가’를 누릅니다.</li>
        <li>
          다른 기기라면 링크를 아이폰에 옮겨, 캘린더 앱의 ‘캘린더 › 캘린더 추가 › 구독 캘린더
          추가’에 붙여 넣습니다.
        </li>
      </ol>
      <a class="button" href=${link.replace(/^https?:/, 'webcal:')}>아이폰 캘린더에 넣기</a>
    </div>`;
  }

  #renderGalaxy() {
    return html`<div>
      <h3>갤럭시(구글 캘린더)</h3>
      <ol>
        <li>컴퓨터에서 calendar.google.com을 엽니다.</li>
        <li>왼쪽 ‘다른 캘린더’ 옆 +를 누르고 ‘URL로 추가’를 고릅니다.</li>
        <li>링크를 붙여 넣고 ‘캘린더 추가’를 누릅니다.</li>
        <li>같은 구글 계정을 쓰는 휴대전화의 캘린더에서 이 달력을 켭니다.</li>
      </ol>
      <p class="small">
        구글은 인터넷에서 열리는 주소만 읽고, 바뀐 편성을 보여 주기까지 하루쯤 걸리기도 합니다.
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-feed-link': ConsoleFeedLink;
  }
}
