/** Where somebody is signed in, as rows. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SessionView } from '../../../shared/content/session-view.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { ZoneOffset } from '../../../shared/time.ts';

/** `end` draws what ends a session, beside each but the one that is looked from. */
export function sessionRows(
  sessions: readonly SessionView[],
  offsets: readonly ZoneOffset[],
  end: (session: SessionView) => TemplateResult | typeof nothing = () => nothing,
): TemplateResult {
  return html`<ul class="list">
    ${sessions.map(
      (session) =>
        html`<li class="row between">
          <div>
            <p>
              <strong>${deviceName(session)}</strong>
              ${session.isThis ? html`<span class="badge good">이 기기</span>` : nothing}
            </p>
            <p class="soft small figures">${longDateTime(offsets, session.createdAt)} 로그인</p>
            <p class="soft small figures">마지막 사용 ${longDateTime(offsets, session.seenAt)}</p>
          </div>
          ${session.isThis ? nothing : end(session)}
        </li>`,
    )}
  </ul>`;
}

export function deviceName({ device }: SessionView): string {
  return device === '' ? '알 수 없는 기기' : device;
}
