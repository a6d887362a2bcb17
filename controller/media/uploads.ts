/** Resumable uploads by the tus protocol: sent in pieces, then worked on while the sender asks how far it is. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { consents, MAX_FILM_BYTES, type Media } from '../../shared/content/media.ts';
import { Refusal, type ProblemCode } from '../../shared/problem.ts';
import { DAY_MS, HOUR_MS, type EpochMs } from '../../shared/time.ts';
import type { Answer } from '../answer.ts';
import type { Run } from './decoder.ts';
import { asRefusal } from './receive.ts';

/** Whose upload it is, and what was said of it when it began. */
export interface UploadOwner {
  readonly personId: string;
  readonly organizationId: string;
  readonly consent: Media['consent'];
}

/** An answer by the protocol; it has no body. */
export interface TusReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export type UploadResult =
  | { readonly state: 'sending' }
  | { readonly state: 'working'; readonly part: number }
  | { readonly state: 'done'; readonly media: Media[] };

export interface UploadsParts {
  /** Where the pieces lie. */
  readonly folder: string;
  /** Works on a whole file and records it. Never rejects. */
  readonly finish: (
    owner: UploadOwner,
    path: string,
    run: Run,
  ) => Promise<Answer<readonly Media[]>>;
  readonly now: () => EpochMs;
}

interface Work {
  readonly owner: UploadOwner;
  readonly cancel: AbortController;
  part: number;
  ended: { readonly answer: Answer<readonly Media[]>; readonly at: EpochMs } | null;
}

const PATH = '/api/uploads';
/** What becomes of an upload can be asked for that long. */
const REMEMBERED_MS = HOUR_MS;
const PASSED_ON = [
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'content-type',
  'content-length',
];
const PASSED_BACK = [
  'location',
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-expires',
];

export class Uploads {
  readonly #parts: UploadsParts;
  readonly #works = new Map<string, Work>();
  readonly #owners = new WeakMap<object, UploadOwner>();
  readonly #failures = new WeakMap<object, Error>();
  #tus: Promise<{ readonly server: Server; readonly store: FileStore }> | undefined;

  constructor(parts: UploadsParts) {
    this.#parts = parts;
  }

  /** Begins an upload of `owner`. @throws Refusal `malformed`, `too-large`, `storage-full`. */
  create(request: IncomingMessage, owner: UploadOwner): Promise<TusReply> {
    this.#forget();
    return this.#pass(request, '', owner);
  }

  /**
   * How far it came, or its next bytes. @throws Refusal `not-found`, `gone`, `conflict` (other bytes are due),
   *   `malformed` (the sender stopped half-way), `storage-full`.
   */
  proceed(request: IncomingMessage, uploadId: string): Promise<TusReply> {
    return this.#pass(request, `/${uploadId}`);
  }

  /** Ends it, and the work on it. What was recorded already stays. */
  async cancel(uploadId: string): Promise<void> {
    this.#works.get(uploadId)?.cancel.abort(new Refusal('gone', '올리기를 그만두었습니다.'));
    this.#works.delete(uploadId);
    await this.#remove(uploadId);
  }

  /** Undefined for an upload that nobody knows (any more). */
  async ownerOf(uploadId: string): Promise<UploadOwner | undefined> {
    const work = this.#works.get(uploadId);
    if (work) return work.owner;
    return ownerIn((await this.#stored(uploadId))?.metadata);
  }

  /** @throws Refusal `not-found`, or as the file was refused. */
  async result(uploadId: string): Promise<UploadResult> {
    const work = this.#works.get(uploadId) ?? (await this.#takenUp(uploadId));
    if (work === 'sending') return { state: 'sending' };
    if (!work.ended) return { state: 'working', part: work.part };
    const { answer } = work.ended;
    if (!answer.ok) throw new Refusal(answer.code, answer.message, answer.fields);
    return { state: 'done', media: [...answer.value] };
  }

  /** The work on an upload that was whole when the server was started again. */
  async #takenUp(uploadId: string): Promise<Work | 'sending'> {
    const upload = await this.#stored(uploadId);
    const owner = ownerIn(upload?.metadata);
    if (!upload || !owner) throw unknown();
    return upload.offset === upload.size ? this.#begin(uploadId, owner) : 'sending';
  }

  #begin(uploadId: string, owner: UploadOwner): Work {
    const known = this.#works.get(uploadId);
    if (known) return known;
    const work: Work = { owner, cancel: new AbortController(), part: 0, ended: null };
    this.#works.set(uploadId, work);
    void this.#finish(uploadId, work);
    return work;
  }

  async #finish(uploadId: string, work: Work): Promise<void> {
    const path = join(this.#parts.folder, uploadId);
    const onPart = (part: number) => (work.part = part);
    const run = { signal: work.cancel.signal, onPart };
    const answer = await this.#parts.finish(work.owner, path, run);
    await this.#remove(uploadId);
    work.ended = { answer, at: this.#parts.now() };
  }

  async #pass(request: IncomingMessage, path: string, owner?: UploadOwner): Promise<TusReply> {
    const { server } = await this.#opened();
    const method = request.method ?? 'GET';
    const asked = new Request(`http://tus.invalid${PATH}${path}`, {
      method,
      headers: headersOf(request),
      ...(method === 'HEAD' ? {} : { body: Readable.toWeb(request), duplex: 'half' }),
    });
    if (owner) this.#owners.set(asked, owner);
    const reply = await server.handleWeb(asked);
    if (reply.status >= 500) throw asRefusal(this.#failures.get(asked));
    if (reply.status >= 400) throw refusalOf(reply.status);
    const kept = [...reply.headers].filter(([name]) => PASSED_BACK.includes(name));
    return { status: reply.status, headers: Object.fromEntries(kept) };
  }

  /** With the first upload: a start needs none of it. The folder comes first, for the store makes it unwatched. */
  async #opened() {
    this.#tus ??= this.#open();
    this.#tus.catch(() => (this.#tus = undefined)); // The next upload tries again.
    return this.#tus;
  }

  async #open() {
    const { folder } = this.#parts;
    await mkdir(folder, { recursive: true });
    const store = new PieceStore({ directory: folder, expirationPeriodInMilliseconds: DAY_MS });
    const server = new Server({
      path: PATH,
      datastore: store,
      relativeLocation: true,
      maxSize: MAX_FILM_BYTES,
      namingFunction: () => randomUUID(),
      onUploadCreate: (asked) => Promise.resolve({ metadata: { ...this.#owners.get(asked) } }),
      onUploadFinish: (_asked, { id, metadata }) => {
        const owner = ownerIn(metadata);
        if (owner) this.#begin(id, owner);
        return Promise.resolve({});
      },
      onResponseError: (asked, error) => {
        this.#failures.set(asked, error instanceof Error ? error : new Error(error.body));
        return undefined;
      },
    });
    return { server, store };
  }

  async #stored(uploadId: string) {
    const { store } = await this.#opened();
    return store.getUpload(uploadId).catch(() => undefined); // Unknown, or gone.
  }

  async #remove(uploadId: string): Promise<void> {
    const path = join(this.#parts.folder, uploadId);
    for (const name of [path, `${path}.json`]) await rm(name, { force: true });
  }

  #forget(): void {
    const before = this.#parts.now() - REMEMBERED_MS;
    for (const [id, { ended }] of this.#works)
      if (ended && ended.at < before) this.#works.delete(id);
  }
}

/** Says why a piece could not be written, which its parent keeps to itself. */
class PieceStore extends FileStore {
  override async write(piece: Readable, uploadId: string, offset: number): Promise<number> {
    const path = join(this.directory, uploadId);
    const file = createWriteStream(path, { flags: 'r+', start: offset });
    try {
      await pipeline(piece, file);
    } catch (error) {
      // It was ended, or worked on and let go, since it was looked up.
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? unknown() : error;
    }
    return offset + file.bytesWritten;
  }
}

function ownerIn(
  metadata: Readonly<Record<string, string | null>> | undefined,
): UploadOwner | undefined {
  const { personId, organizationId } = metadata ?? {};
  const consent = consents.find((one) => one === metadata?.consent);
  return personId && organizationId && consent ? { personId, organizationId, consent } : undefined;
}

function headersOf({ headers }: IncomingMessage): Headers {
  const passed = new Headers();
  for (const name of PASSED_ON) {
    const value = headers[name];
    if (typeof value === 'string') passed.set(name, value);
  }
  return passed;
}

/** The protocol's answers in words of ours. */
function refusalOf(status: number): Refusal {
  const codes: Readonly<Record<number, readonly [ProblemCode, string]>> = {
    404: ['not-found', '그 올리기가 없습니다. 처음부터 다시 올려 주십시오.'],
    409: ['conflict', '받은 곳과 보낸 곳이 다릅니다. 이어서 다시 올려 주십시오.'],
    410: ['gone', '올리기를 시작한 지 하루가 지났습니다. 처음부터 다시 올려 주십시오.'],
    413: ['too-large', '처음에 말한 크기보다 큽니다. 처음부터 다시 올려 주십시오.'],
    423: ['conflict', '같은 파일을 이미 올리고 있습니다. 잠시 뒤에 이어 올려 주십시오.'],
  };
  const known = codes[status];
  if (known) return new Refusal(...known);
  return new Refusal('malformed', '올리기를 이어 갈 수 없습니다. 처음부터 다시 올려 주십시오.');
}

function unknown(): Refusal {
  return new Refusal('not-found', '그 올리기가 없습니다. 처음부터 다시 올려 주십시오.');
}
