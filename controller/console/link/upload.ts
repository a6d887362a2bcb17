/** Sends a photo with its progress. `fetch` tells no upload progress, so this is XMLHttpRequest. */
import type { Media } from '../../../shared/content/media.ts';
import { uploadMedia } from '../../../shared/protocol/http/content.ts';
import { Refusal } from '../../../shared/problem.ts';
import { addressOf, problemToRefusal } from './api.ts';

export interface Upload {
  readonly file: Blob;
  readonly organizationId: string;
  readonly consent: Media['consent'];
  /** 0 to 1, of the bytes that left; 1 means that the server is working on them. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Throws `Refusal`; an aborted upload rejects with an `AbortError`. */
export function uploadPhoto(upload: Upload): Promise<Media> {
  const { organizationId, consent } = upload;
  const request = new XMLHttpRequest();
  request.open('POST', addressOf(uploadMedia.path, null, { organizationId, consent }));
  request.setRequestHeader('content-type', 'application/octet-stream');
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => upload.onProgress(loaded / total);
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Media);
      else reject(problemToRefusal(request.responseText));
    };
    request.onerror = () =>
      reject(
        new Refusal('unavailable', '사진을 올리지 못했습니다. 연결을 확인하고 다시 올려 주십시오.'),
      );
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    upload.signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(upload.file);
  });
}
