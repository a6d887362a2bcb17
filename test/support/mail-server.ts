/** A small real mail server (RFC 5321) and a webhook's receiver, on free ports. Either can refuse, or be silent. */
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly data: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** `down` answers 421 to whoever comes; `silent` says nothing at all. */
  mood: 'well' | 'down' | 'silent';
  /** Addresses that are not known here: answered with 550. */
  readonly unknown: Set<string>;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    if (house.mood === 'silent') return;
    if (house.mood === 'down') socket.end('421 closed for today\r\n');
    else converse(socket, house.unknown, (mail) => mails.push(mail));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const house: MailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    mood: 'well',
    unknown: new Set(),
    stop: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
  return house;
}

function converse(socket: Socket, unknown: ReadonlySet<string>, take: (mail: Mail) => void): void {
  let mail = { from: '', to: [] as string[] };
  let rest = '';
  let isData = false;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  say('220 test');
  const hear = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250 test');
    else if (verb === 'MAIL') {
      mail = { from: addressIn(line), to: [] };
      say('250 ok');
    } else if (verb === 'RCPT' && unknown.has(addressIn(line))) say('550 nobody of that name');
    else if (verb === 'RCPT') {
      mail.to.push(addressIn(line));
      say('250 ok');
    } else if (verb === 'DATA') {
      isData = true;
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('502 what');
  };
  socket.setEncoding('utf8').on('data', (text: string) => {
    rest += text;
    for (;;) {
      const end = isData ? '\r\n.\r\n' : '\r\n';
      const at = rest.indexOf(end);
      if (at < 0) return;
      const part = rest.slice(0, at);
      rest = rest.slice(at + end.length);
      if (!isData) hear(part);
      else {
        isData = false;
        take({ ...mail, data: part });
        say('250 taken');
      }
    }
  });
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

export interface WebhookReceiver {
  readonly url: string;
  readonly posts: readonly { readonly headers: IncomingHttpHeaders; readonly body: unknown }[];
  /** What it answers with. */
  status: number;
  stop(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const posts: { headers: IncomingHttpHeaders; body: unknown }[] = [];
  const server = createHttpServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      if (house.status < 300) posts.push({ headers: request.headers, body: JSON.parse(text) });
      response.writeHead(house.status, { location: '/elsewhere' }).end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const house: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret`,
    posts,
    status: 200,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return house;
}

/** A mail's text, decoded. */
export function textOfMail({ data }: Mail): string {
  const [head = '', ...body] = data.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head))
    return Buffer.from(text, 'base64').toString();
  return Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  ).toString();
}
