/** The least page that gets a push and shows it while something moves: Lit and socket.io-client. */
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { io } from 'socket.io-client';

@customElement('bare-board')
export class BareBoard extends LitElement {
  static override styles = css`
    h1 {
      font-size: 96px;
    }
  `;
  @state() private text = '';

  override connectedCallback(): void {
    super.connectedCallback();
    io({ transports: ['websocket'] }).on(
      'announcement:now',
      (now: { announcement: { id: string; title: string } }) => {
        this.text = now.announcement.title;
        this.dataset.announcementId = now.announcement.id;
      },
    );
  }

  protected override render() {
    return html`<h1>${this.text}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bare-board': BareBoard;
  }
}
