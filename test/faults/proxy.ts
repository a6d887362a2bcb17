/**
 * A network of our own between boards and controller, for all that goes wrong on the way. Works on bytes, so
 * that HTTP and WebSocket suffer alike.
 */
import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** What happens to one connection; counts are of bytes that the controller sent. All absent: nothing. */
export interface Fault {
  /** Ends after so many bytes, in good order or by a reset. */
  readonly cutAfter?: number;
  readonly resetAfter?: number;
  /** From so many bytes on nothing passes in either direction, and nobody is told (a half-open line). */
  readonly stopAfter?: number;
  /** The byte at this position comes with one bit turned. */
  readonly corruptAt?: number;
  /** Every piece comes so much later, milliseconds. */
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
  /** A login page answers in the controller's place, or sends the caller to one. */
  readonly portal?: 'page' | 'redirect';
}

const PORTAL = {
  page:
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 34\r\nconnection: close\r\n\r\n' +
    '<html>Sign in to Plaza Wi-Fi</html',
  redirect:
    'HTTP/1.1 302 Found\r\nlocation: http://login.example/\r\ncontent-length: 0\r\n' +
    'connection: close\r\n\r\n',
} as const;

export class FaultProxy {
  /** Asked for each new connection, numbered from 0. */
  fault: (connection: number) => Fault = () => ({});
  /** Bytes that the controller sent and that were passed on. */
  passedBytes = 0;
  /** Where new connections lead, such as `http://127.0.0.1:8080`. */
  target: string;
  readonly #server: Server;
  readonly #lines = new Set<Line>();
  #count = 0;

  private constructor(server: Server, target: string) {
    this.#server = server;
    this.target = target;
  }

  /** In front of `target`. */
  static async open(target: string): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server, target);
    server.on('connection', (client) => proxy.#accept(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many connections there have been. */
  get connections(): number {
    return this.#count;
  }

  /** Resets those of the live connections that `which` picks, all unless told. */
  reset(which: (connection: number) => boolean = () => true): void {
    for (const line of this.#lines) if (which(line.number)) line.reset();
  }

  /** From now on nothing passes on the live connections, and nobody is told. */
  hold(): void {
    for (const line of this.#lines) line.isHeld = true;
  }

  async close(): Promise<void> {
    this.reset();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(client: Socket): void {
    const number = this.#count;
    this.#count += 1;
    const fault = this.fault(number);
    client.on('error', () => undefined); // A reset is what is wanted.
    if (fault.portal) {
      const page = PORTAL[fault.portal];
      client.once('data', () => client.end(page));
      return;
    }
    const { hostname, port } = new URL(this.target);
    const server = connect(Number(port), hostname);
    const line = new Line({ number, client, server, fault });
    line.onPassed = (bytes) => (this.passedBytes += bytes);
    this.#lines.add(line);
    client.on('close', () => this.#lines.delete(line));
  }
}

class Line {
  readonly number: number;
  isHeld = false;
  onPassed: (bytes: number) => void = () => undefined;
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #fault: Fault;
  #seen = 0;
  /** When the next piece may leave. */
  #freeAt = 0;

  constructor(parts: {
    readonly number: number;
    readonly client: Socket;
    readonly server: Socket;
    readonly fault: Fault;
  }) {
    const { number, client, server, fault } = parts;
    this.number = number;
    this.#client = client;
    this.#server = server;
    this.#fault = fault;
    server.on('error', () => this.reset());
    client.on('data', (data) => {
      if (!this.isHeld) server.write(data);
    });
    server.on('data', (data) => this.#fromServer(data));
    client.on('close', () => server.destroy());
    server.on('end', () => this.#later(0, () => client.end()));
    server.on('close', () => this.#later(0, () => client.end()));
  }

  reset(): void {
    this.#client.resetAndDestroy();
    this.#server.destroy();
  }

  #fromServer(data: Buffer): void {
    if (this.isHeld) return;
    const { cutAfter, resetAfter, stopAfter, corruptAt } = this.#fault;
    const from = this.#seen;
    this.#seen += data.length;
    if (corruptAt !== undefined && corruptAt >= from && corruptAt < this.#seen)
      data[corruptAt - from] = (data[corruptAt - from] ?? 0) ^ 1;
    const most = Math.min(cutAfter ?? Infinity, resetAfter ?? Infinity, stopAfter ?? Infinity);
    const passed = data.subarray(0, Math.max(0, most - from));
    this.#later(passed.length, () => {
      if (this.isHeld || this.#client.destroyed) return;
      this.onPassed(passed.length);
      this.#client.write(passed);
      if (this.#seen >= most) this.#break();
    });
  }

  #break(): void {
    const { cutAfter, resetAfter } = this.#fault;
    if (cutAfter !== undefined) this.#client.end();
    else if (resetAfter !== undefined) this.#client.resetAndDestroy();
    else this.isHeld = true;
  }

  /** In order, after the line's delay and at its pace. */
  #later(bytes: number, work: () => void): void {
    const { delayMs, bytesPerSecond } = this.#fault;
    if (delayMs === undefined && bytesPerSecond === undefined) {
      work();
      return;
    }
    const now = performance.now();
    const takesMs = bytesPerSecond === undefined ? 0 : (bytes / bytesPerSecond) * 1000;
    this.#freeAt = Math.max(this.#freeAt, now + (delayMs ?? 0)) + takesMs;
    setTimeout(work, this.#freeAt - now);
  }
}
