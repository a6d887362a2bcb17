/** A page that says of itself what the board's page says, and changes its slide every two seconds. */
import { ALL_FAULTS } from './fault-counts.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInBoard {
  /** The address of the page. */
  readonly url: string;
  /** What was asked for, in order. */
  readonly asked: readonly string[];
  /** What comes in its place from now on: another page with this status, or a broken line; null is the page. */
  failing: number | 'line' | null;
  stop(): Promise<void>;
}

export const STAND_IN_SLOT_MS = ALL_FAULTS ? 9_000 : 2_000;

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><meta name="plaza-board" content="">
<title>stand-in</title></head><body style="margin:0;background:#000"><script>
customElements.define('plaza-board', class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML =
      '<div class="glass" style="position:absolute;left:40px;top:20px;width:600px;height:300px;' +
      'background:#0b0e14;color:#f6f3ec;font:800 90px sans-serif"></div>';
    this.turn();
    setInterval(() => this.turn(), ${STAND_IN_SLOT_MS});
  }
  turn() {
    const now = Date.now();
    const slot = Math.floor(now / ${STAND_IN_SLOT_MS});
    const set = (name, value) => this.setAttribute('data-' + name, value);
    set('layer', window.layer ?? 'slot');
    set('slide-id', 'slide-' + slot);
    set('revision-id', 'revision-' + slot);
    set('slot-start', slot * ${STAND_IN_SLOT_MS});
    set('slot-end', (slot + 1) * ${STAND_IN_SLOT_MS});
    this.shadowRoot.firstChild.textContent = 'slide ' + slot;
  }
});
window.heard = [];
window.addEventListener('plaza-launcher', (event) => window.heard.push(JSON.parse(event.detail)));
document.body.append(document.createElement('plaza-board'));
window.plazaLauncher?.('{"type":"hello"}');
</script></body></html>`;

export async function startStandInBoard(): Promise<StandInBoard> {
  const asked: string[] = [];
  const board = { failing: null as number | 'line' | null };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const failing = request.url === '/board' ? board.failing : 404;
    if (failing === 'line') request.socket.destroy();
    else {
      response.writeHead(failing ?? 200, { 'content-type': 'text/html' });
      response.end(failing === null ? PAGE : '<h1>login</h1>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(board, {
    url: `http://127.0.0.1:${port}/board`,
    asked,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
