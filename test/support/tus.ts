/** Uploads in pieces, as a phone does them. */
import { request, type ClientRequest } from 'node:http';
import type { Media } from '../../shared/content/media.ts';
import type { Problem } from '../../shared/problem.ts';
import { endpoints } from '../../shared/protocol/http/endpoints.ts';
import type { TestClient } from './test-client.ts';

interface HalfSent {
  readonly bytes: Uint8Array;
  /** At least one. */
  readonly sent: number;
  /** Whether the server has enough of it. */
  readonly arrived: () => boolean;
}

const TUS = { 'tus-resumable': '1.0.0' };
const ASK_MS = 50;

/** Announces a file of the association, and resolves with the upload's id. */
export async function beginUpload(
  client: TestClient,
  bytes: number,
  type?: string,
): Promise<string> {
  const { headers, problem } = await client.send('createUpload', {
    query: { organizationId: 'guild', consent: 'recorded', ...(type ? { type } : {}) },
    headers: { ...TUS, 'upload-length': String(bytes) },
  });
  const id = headers.get('location')?.split('/').at(-1);
  if (id === undefined) throw new Error(`no upload: ${JSON.stringify(problem)}`);
  return id;
}

export function sendPart(
  client: TestClient,
  uploadId: string,
  { bytes, from }: { readonly bytes: Uint8Array; readonly from: number },
) {
  return client.send('sendUpload', {
    params: { uploadId },
    headers: {
      ...{ ...TUS, 'upload-offset': String(from) },
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes,
  });
}

/** Announces all of `bytes` and sends the first `sent` of them. Resolves once `arrived` says so. */
export async function beginPart(
  client: TestClient,
  uploadId: string,
  { bytes, sent, arrived }: HalfSent,
): Promise<ClientRequest> {
  const path = endpoints.sendUpload.path.replace(':uploadId', uploadId);
  const sending = request(`${client.origin}${path}`, {
    method: 'PATCH',
    headers: {
      ...{ ...client.headers, ...TUS, 'upload-offset': '0', 'content-length': bytes.length },
      'content-type': 'application/offset+octet-stream',
    },
  });
  sending.on('error', () => undefined);
  sending.write(bytes.subarray(0, sent));
  while (!arrived()) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  return sending;
}

/** As `beginPart`, and is then gone without a word. */
export async function sendCut(client: TestClient, uploadId: string, half: HalfSent): Promise<void> {
  const sending = await beginPart(client, uploadId, half);
  sending.destroy();
  await closed(sending);
}

/** Whether it was answered or broke off. */
export function closed(sending: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    if (sending.closed) resolve();
    else sending.once('close', resolve);
  });
}

/** Sends all of a file. */
export async function uploadWhole(client: TestClient, bytes: Uint8Array): Promise<string> {
  const uploadId = await beginUpload(client, bytes.length);
  await sendPart(client, uploadId, { bytes, from: 0 });
  return uploadId;
}

/** What became of it: its media, or why it was refused. */
export async function outcomeOf(
  client: TestClient,
  uploadId: string,
): Promise<{ readonly media: readonly Media[] } | Problem> {
  for (;;) {
    const { value, problem } = await client.send('readUploadResult', { params: { uploadId } });
    if (problem) return problem;
    if (value?.state === 'done') return value;
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}
