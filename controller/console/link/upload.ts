/** Brings a photo, a film or a PDF to the server, in pieces that go on after a lost connection (tus). */
import { Upload as TusUpload, type DetailedError } from 'tus-js-client';
import { mostBytesOf, uploadKindOf, type Media } from '../../../shared/content/media.ts';
import { createUpload, readUploadResult } from '../../../shared/protocol/http/media.ts';
import { Refusal } from '../../../shared/problem.ts';
import { addressOf, Api, problemToRefusal } from './api.ts';

export interface UploadProgress {
  /** `working`: all of it left, and the server is making of it what boards show. */
  readonly phase: 'sending' | 'working';
  /** 0 to 1, of the phase. */
  readonly part: number;
}

export interface Upload {
  readonly file: Blob;
  readonly organizationId: string;
  readonly consent: Media['consent'];
  readonly onProgress: (progress: UploadProgress) => void;
  readonly signal: AbortSignal;
}

const MEGABYTE = 1024 * 1024;
const CHUNK_BYTES = 8 * MEGABYTE;
/** A lost connection is tried again after these; each piece that arrives begins anew. */
const RETRIES_MS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];
const ASK_MS = 400;
/** So many answers in a row may fail to come while the server works. */
const MOST_SILENT = 150;

/**
 * One of the photo or the film, one a page of a PDF. Throws `Refusal`; an aborted upload rejects with an
 * `AbortError`, and the server drops what it has of it.
 */
export async function upload(order: Upload): Promise<readonly Media[]> {
  order.signal.throwIfAborted();
  refuseLarge(order.file);
  const sent = tusUpload(order);
  const aborted = new Promise<never>((_resolve, reject) => {
    order.signal.addEventListener(
      'abort',
      () => {
        // What cannot be taken back now expires on the server within a day.
        sent.abort(true).catch(() => undefined);
        reject(new DOMException('aborted', 'AbortError'));
      },
      { once: true },
    );
  });
  return Promise.race([sendAndAsk(sent, order), aborted]);
}

async function sendAndAsk(sent: TusUpload, order: Upload): Promise<readonly Media[]> {
  await send(sent);
  const uploadId = sent.url?.split('/').at(-1) ?? '';
  const api = new Api((url, init) => fetch(url, init));
  let silent = 0;
  for (;;) {
    order.signal.throwIfAborted();
    try {
      const result = await api.call(readUploadResult, { params: { uploadId } });
      if (result.state === 'done') return result.media;
      order.onProgress({ phase: 'working', part: result.state === 'working' ? result.part : 0 });
      silent = 0;
    } catch (error) {
      // The line is down: the server works on meanwhile.
      if (!(error instanceof Refusal) || error.code !== 'unavailable') throw error;
      if (navigator.onLine && silent > 0) throw error;
      silent += 1;
      if (silent > MOST_SILENT) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}

function tusUpload({ file, organizationId, consent, onProgress }: Upload): TusUpload {
  const type = uploadKindOf(file.type) === undefined ? undefined : file.type;
  return new TusUpload(file, {
    endpoint: addressOf(createUpload.path, null, { organizationId, consent, type }),
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRIES_MS,
    removeFingerprintOnSuccess: true,
    onProgress: (bytes, whole) => onProgress({ phase: 'sending', part: bytes / (whole || 1) }),
    onShouldRetry: ({ originalResponse }) => isWorthRetrying(originalResponse?.getStatus()),
  });
}

/** Goes on where an upload of the same file was broken off, also before the page was loaded anew. */
async function send(sent: TusUpload): Promise<void> {
  const [before] = await sent.findPreviousUploads().catch(() => []); // A browser without storage.
  if (before) sent.resumeFromPreviousUpload(before);
  await new Promise<void>((resolve, reject) => {
    sent.options.onSuccess = () => resolve();
    sent.options.onError = (error) => reject(asRefusal(error as DetailedError));
    sent.start();
  });
}

/** Without an answer the line is down; what the server refused, it will refuse again. */
function isWorthRetrying(status: number | undefined): boolean {
  return !status || status === 409 || status === 423 || status >= 502;
}

function asRefusal({ originalResponse }: DetailedError): Refusal {
  const body = originalResponse?.getBody();
  if (body) return problemToRefusal(body);
  return new Refusal(
    'unavailable',
    '올리지 못했습니다. 연결을 확인하고 다시 올리면 보낸 데서부터 이어집니다.',
  );
}

function refuseLarge({ type, size }: Blob): void {
  const kind = uploadKindOf(type);
  const most = kind === undefined ? Math.max(...Object.values(mostBytesOf)) : mostBytesOf[kind];
  if (size <= most) return;
  const megabytes = most / MEGABYTE;
  throw new Refusal(
    'too-large',
    `파일이 ${megabytes}MB를 넘습니다. ${megabytes}MB 이하로 줄여 골라 주십시오.`,
  );
}
