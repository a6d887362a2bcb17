/** Run by swarm.ts: speaks just enough of Socket.IO over `ws` to be a board. */
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { wallNow, type SwarmOptions } from './swarm.ts';

const AT_ONCE = 100;
const options = JSON.parse(process.argv[2] ?? '') as SwarmOptions;
const namespace = options.kind === 'kiosk' ? '/kiosk,' : '';
const eventStart = `42${namespace}["announcement:now"`;
const hello = JSON.stringify([
  'kiosk:hello',
  {
    protocol: PROTOCOL_VERSION,
    build: 'bench',
    held: {
      manifestId: null,
      manifestRevision: 0,
      manifestHash: null,
      announcementSeq: 0,
      screenVersion: 0,
    },
    viewportWidthPx: 1920,
    viewportHeightPx: 1080,
    persisted: true,
  },
]);
let received = 0;

for (let start = 0; start < options.count; start += AT_ONCE) {
  const end = Math.min(options.count, start + AT_ONCE);
  await Promise.all(Array.from({ length: end - start }, (_, i) => connect(start + i)));
}
process.send?.({ word: 'ready', at: wallNow() });

function connect(i: number): Promise<void> {
  return new Promise((ready, fail) => {
    const path = options.kind === 'ws' ? '/bare' : '/socket.io/?EIO=4&transport=websocket';
    const socket = new WebSocket(`${options.url}${path}`, { perMessageDeflate: false });
    socket.on('error', fail);
    socket.on('close', (code) => fail(new Error(`client ${i} was closed with ${code}`)));
    if (options.kind === 'ws') socket.on('open', () => ready());
    socket.on('message', (data: Buffer) =>
      onText(socket, { i, text: data.toString(), ready, fail }),
    );
  });
}

interface Heard {
  readonly i: number;
  readonly text: string;
  readonly ready: () => void;
  readonly fail: (error: Error) => void;
}

function onText(socket: WebSocket, { i, text, ready, fail }: Heard): void {
  if (text.startsWith(eventStart) || options.kind === 'ws') count();
  else if (text === '2') socket.send('3');
  else if (text.startsWith('0')) socket.send(`40${namespace}${authOf(i)}`);
  else if (text.startsWith('40') && options.kind === 'kiosk')
    socket.send(`42${namespace}0${hello}`);
  else if (text.startsWith('40')) ready();
  else if (text.startsWith(`43${namespace}0[{"ok":true`)) ready();
  else if (text.startsWith('44') || text.startsWith('43')) fail(new Error(text));
}

function authOf(i: number): string {
  return options.kind === 'kiosk'
    ? JSON.stringify({ token: `${options.tokenPrefix ?? ''}${i}` })
    : '';
}

function count(): void {
  received += 1;
  if (received < options.count) return;
  received = 0;
  process.send?.({ word: 'all', at: wallNow() });
}
