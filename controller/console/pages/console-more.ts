import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { mayDoSomewhere, type Person, type Right } from '../../../shared/content/person.ts';
import { look } from '../app/look.ts';

interface Entry {
  readonly href: string;
  readonly label: string;
  readonly about: string;
  readonly right: Right | null;
}

const entries: readonly Entry[] = [
  { href: '#/shops', label: '가게', about: '가게 이름, 영업시간, 쉬는 날', right: null },
  { href: '#/screens', label: '화면', about: '전자게시대 연결과 상태', right: null },
  { href: '#/plan', label: '오늘 편성표', about: '하루 순서를 처음부터 끝까지', right: null },
  { href: '#/people', label: '사람', about: '초대와 역할', right: 'person.write' },
  {
    href: '#/shares',
    label: '시간 배분·승인 규칙',
    about: '주체마다 약속한 시간, 두 사람이 확인할 것',
    right: 'organization.write',
  },
  { href: '#/audit', label: '감사 기록', about: '누가 무엇을 바꾸었는지', right: 'audit.read' },
  { href: '#/me', label: '내 계정', about: '비밀번호, 두 단계 로그인, 로그인한 기기', right: null },
];

/** What does not fit in a phone's tabs: `<console-more .me>`. */
@customElement('console-more')
export class ConsoleMore extends LitElement {
  static override styles = [
    look,
    css`
      a {
        color: inherit;
        display: grid;
        min-height: 64px;
        padding: 10px 18px;
        text-decoration: none;
      }
    `,
  ];
  @property({ attribute: false }) me!: Person;

  protected override render() {
    const open = entries.filter(({ right }) => right === null || mayDoSomewhere(this.me, right));
    return html`<div class="stack">
      <h1>더 보기</h1>
      <nav class="card list" aria-label="나머지 메뉴">
        ${open.map(
          ({ href, label, about }) =>
            html`<a href=${href}><span>${label}</span><span class="soft small">${about}</span></a>`,
        )}
      </nav>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-more': ConsoleMore;
  }
}
