import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Alert, AlertChannel } from '../../../shared/content/alert.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import { sendTestAlert } from '../../../shared/protocol/http/watch.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { heldView, refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';

type AlertsView = NonNullable<Desk['alerts']['value']>;

const channelNames: Readonly<Record<AlertChannel, string>> = { mail: '이메일', webhook: '웹훅' };
const checks: Readonly<Record<AlertChannel, string>> = {
  mail: '메일 서버의 주소와 비밀번호(SMTP_URL)를 확인해 주십시오.',
  webhook: '웹훅의 주소(ALERT_WEBHOOK)를 확인해 주십시오.',
};
const checkOfPerson = '‘사람’에서 이 사람의 이메일 주소를 확인해 주십시오.';
const SHOWN = 3;

/** Where alerts go, which did not get through and why, and a test: `<console-alerts .desk>`. */
@customElement('console-alerts')
export class ConsoleAlerts extends LitElement {
  static override styles = [
    look,
    css`
      li {
        padding: 10px 0;
      }

      code {
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  readonly #action = new Action(this);
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [this.desk.alerts]);

  protected override render() {
    return heldView(
      this.desk.alerts,
      (view) =>
        html`<section class="card pad stack" aria-labelledby="title">
          <div class="row between">
            <h2 id="title">알림</h2>
            ${
              view.channels.length === 0
                ? nothing
                : html`<button ?disabled=${this.#action.isBusy} @click=${this.#onTest}>
                    시험 알림 보내기
                  </button>`
            }
          </div>
          ${refusalNote(this.#action.refusal)} ${this.#renderChannels(view)}
          ${this.#renderStuck(view)}
          <div role="status">
            ${
              view.alerts.length === 0
                ? nothing
                : html`<ul class="list" aria-label="최근 알림">
                    ${view.alerts.slice(0, SHOWN).map((alert) => this.#renderAlert(alert))}
                  </ul>`
            }
          </div>
        </section>`,
    );
  }

  #renderChannels({ channels }: AlertsView) {
    if (channels.length === 0)
      return html`<p class="note warn">
        화면이 끊겨도 알릴 곳이 없습니다. 서버를 켤 때 <code>SMTP_URL</code>,
        <code>ALERT_FROM</code>, <code>ALERT_TO</code>(이메일)나 <code>ALERT_WEBHOOK</code>(웹훅)을
        적어 주십시오.
      </p>`;
    return html`<p>
      화면이 1분 넘게 끊기거나 문제가 생기면 한 번, 나으면 한 번 알립니다:
      ${channels.map(
        ({ channel, to }, index) =>
          html`${index > 0 ? ', ' : ''}${channelNames[channel]} <strong>${to}</strong>`,
      )}
    </p>`;
  }

  #renderStuck({ alerts }: AlertsView) {
    const deliveries = alerts.flatMap((alert) => alert.deliveries);
    const queues = Map.groupBy(deliveries, ({ channel, to }) => `${channel} ${to?.personId ?? ''}`);
    return [...queues.values()].map((queue) => {
      const lastSent = queue.findIndex(({ sentAt }) => sentAt !== null);
      // What was given up before the channel worked again is no trouble any more.
      const stuck = queue
        .slice(0, lastSent < 0 ? undefined : lastSent)
        .filter(({ error }) => error !== null);
      const [newest] = stuck;
      if (!newest) return nothing;
      const { channel, to, nextAt, error } = newest;
      const next =
        nextAt === null
          ? '일주일 동안 보내지 못해 그만두었습니다.'
          : `${span(Math.max(0, nextAt - this.desk.now()))} 뒤에 다시 보냅니다.`;
      const whom = to ? `${to.displayName} 님에게 ` : '';
      const what = `${channelNames[channel]}로 알림 ${stuck.length}건을 보내지 못했습니다.`;
      return html`<p class="note bad">
        <strong>${whom}${what}</strong>
        ${next} ${to ? checkOfPerson : checks[channel]} <code>${error}</code>
      </p>`;
    });
  }

  #renderAlert({ at, subject, deliveries }: Alert) {
    return html`<li>
      <p>${subject}</p>
      <p class="soft small figures">
        ${longDateTime(offsetsOf(this.desk), at)}${deliveries.map(
          ({ channel, to, sentAt, error }) =>
            html` · ${to ? `${to.displayName} 님 ` : ''}${channelNames[channel]}
            ${sentAt === null ? (error === null ? '보내는 중' : '못 보냄') : '보냄'}`,
        )}
      </p>
    </li>`;
  }

  async #onTest(): Promise<void> {
    await this.#action.run(async () => {
      await this.desk.api.call(sendTestAlert, {});
      this.desk.alerts.invalidate();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-alerts': ConsoleAlerts;
  }
}
