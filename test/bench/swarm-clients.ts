/** Run by swarm.ts: speaks just enough of Socket.IO over `ws` to be a board. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { retryAfter } from '../../kiosk/link/socket-link.ts';
import type { Beat, Newest, Reply } from '../../shared/protocol/events.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { wallNow, type SwarmOptions } from './swarm.ts';

const AT_ONCE = 100;
const options = JSON.parse(process.argv[2] ?? '') as SwarmOptions;
const isBoard = options.kind === 'kiosk';
const namespace = isBoard ? '/kiosk,' : '';
const eventStart = `42${namespace}["announcement:now"`;
const path = options.kind === 'ws' ? '/bare' : '/socket.io/?EIO=4&transport=websocket';
/** Of a push: what it is about, and which change of it. */
const SUBJECT = /"id":"([^"]+)".*?"seq":(\d+)/;

/** Says `word` once all clients have come here, and begins anew. */
function gathering(word: string): () => void {
  let here = 0;
  return () => {
    here += 1;
    if (here < options.count) return;
    here = 0;
    process.send?.({ word, at: wallNow() });
  };
}

const got = gathering('all');
const acknowledged = gathering('acked');
const back = gathering('back');

class Client {
  readonly #index: number;
  #socket: WebSocket | undefined;
  #held: Beat['held'] | null = null;
  #triesFailed = 0;
  /** Called when it is connected and, a board, answered. */
  #onReady: () => void;

  constructor(index: number, onReady: () => void) {
    this.#index = index;
    this.#onReady = onReady;
  }

  connect(): void {
    const socket = new WebSocket(`${options.url}${path}`, { perMessageDeflate: false });
    this.#socket = socket;
    // Whatever it is, the socket closes then.
    socket.on('error', () => undefined);
    socket.on('close', (code) => this.#onClosed(code));
    if (options.kind === 'ws') socket.on('open', () => this.#ready());
    socket.on('message', (data: Buffer) => this.#onText(data.toString()));
  }

  #onClosed(code: number): void {
    if (!options.comesBack) throw new Error(`client ${this.#index} was closed with ${code}`);
    setTimeout(() => this.connect(), retryAfter(this.#triesFailed, Math.random));
    this.#triesFailed += 1;
  }

  #onText(text: string): void {
    if (text.startsWith(eventStart) || options.kind === 'ws') this.#onPush(text);
    else if (text === '2') this.#socket?.send('3');
    else if (text.startsWith('0')) this.#socket?.send(`40${namespace}${this.#auth()}`);
    else if (text.startsWith('40') && isBoard) this.#sayHello();
    else if (text.startsWith('40')) this.#ready();
    else if (text.startsWith(`43${namespace}0`)) this.#onNewest(text);
    else if (text.startsWith(`43${namespace}1[{"ok":true`)) acknowledged();
    else if (text.startsWith('44') || text.startsWith('43')) throw new Error(text);
  }

  #onPush(text: string): void {
    got();
    if (!options.acknowledges) return;
    if (!isBoard) {
      this.#socket?.send('ack');
      return;
    }
    const [, subjectId, version] = SUBJECT.exec(text) ?? [];
    const receipt = {
      ...{ id: randomUUID(), kind: 'announcement', subjectId, version: Number(version) },
      paintedAt: Math.round(wallNow()),
    };
    this.#ask(1, 'kiosk:receipts', { receipts: [receipt] });
  }

  #sayHello(): void {
    const nothing = { manifestId: null, manifestRevision: 0, manifestHash: null };
    this.#ask(0, 'kiosk:hello', {
      ...{ protocol: PROTOCOL_VERSION, build: 'bench', persisted: true },
      held: this.#held ?? { ...nothing, announcementSeq: 0, screenVersion: 0 },
      ...{ viewportWidthPx: 1920, viewportHeightPx: 1080 },
    });
  }

  /** The first answer is taken as pulled; later ones must say that nothing is to be pulled. */
  #onNewest(text: string): void {
    const [reply] = JSON.parse(text.slice(text.indexOf('['))) as [Reply<Newest>];
    if (!reply.ok) throw new Error(text);
    const { manifestId, manifestRevision, manifestHash, announcementSeq, screenVersion } =
      reply.value;
    const newest = { manifestId, manifestRevision, manifestHash, announcementSeq, screenVersion };
    if (this.#held && JSON.stringify(this.#held) !== JSON.stringify(newest))
      throw new Error(`client ${this.#index} is not level: ${text}`);
    this.#held = newest;
    this.#ready();
  }

  #ready(): void {
    this.#triesFailed = 0;
    this.#onReady();
    this.#onReady = back;
  }

  #auth(): string {
    return isBoard ? JSON.stringify({ token: `${options.tokenPrefix ?? ''}${this.#index}` }) : '';
  }

  #ask(id: number, name: string, payload: object): void {
    this.#socket?.send(`42${namespace}${id}${JSON.stringify([name, payload])}`);
  }
}

for (let start = 0; start < options.count; start += AT_ONCE) {
  const end = Math.min(options.count, start + AT_ONCE);
  const connecting = Array.from(
    { length: end - start },
    (_, i) => new Promise<void>((ready) => new Client(start + i, ready).connect()),
  );
  await Promise.all(connecting);
}
process.send?.({ word: 'ready', at: wallNow() });
