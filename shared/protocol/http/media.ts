/** Pictures and films: brought in one piece or resumably, looked up, straightened. */
import * as z from 'zod/mini';
import { idSchema, sha256Schema } from '../../content/fields.ts';
import { consents, mediaSchema } from '../../content/media.ts';
import { MAX_STRAIGHTEN_DEGREES } from '../../content/slide.ts';
import { endpoint } from './endpoint.ts';

const mediaParams = z.strictObject({ sha256: sha256Schema });
const uploadParams = z.strictObject({ uploadId: z.uuid() });
const broughtQuery = z.strictObject({ organizationId: idSchema, consent: z.enum(consents) });

/** The bytes are the request's body, `application/octet-stream`; what they are is found out from them. */
export const uploadMedia = endpoint({
  method: 'post',
  path: '/api/media',
  summary: '사진을 올린다',
  access: 'media.write',
  params: null,
  query: broughtQuery,
  body: null,
  value: mediaSchema,
});
export const readMedia = endpoint({
  method: 'get',
  path: '/api/media/:sha256',
  summary: '사진이나 동영상의 정보',
  access: 'content.read',
  params: mediaParams,
  query: null,
  body: null,
  value: mediaSchema,
});
/** A turned copy, cropped to the largest part of the same shape; the consent goes over to it. */
export const straightenMedia = endpoint({
  method: 'post',
  path: '/api/media/:sha256/straighten',
  summary: '사진을 바로 세운다',
  access: 'media.write',
  params: mediaParams,
  query: null,
  body: z.strictObject({
    organizationId: idSchema,
    /** Clockwise. */
    degrees: z
      .number()
      .check(z.minimum(-MAX_STRAIGHTEN_DEGREES), z.maximum(MAX_STRAIGHTEN_DEGREES)),
  }),
  value: mediaSchema,
});

/** Begins an upload by the tus protocol 1.0 (`Upload-Length` in the headers); `type` is what the file says that it is. */
export const createUpload = endpoint({
  method: 'post',
  path: '/api/uploads',
  summary: '이어 올릴 수 있는 올리기를 시작한다(tus)',
  access: 'media.write',
  params: null,
  query: z.extend(broughtQuery, { type: z.optional(z.string().check(z.maxLength(100))) }),
  body: null,
  value: null,
});
/** How far it came (tus). */
export const readUpload = endpoint({
  method: 'head',
  path: '/api/uploads/:uploadId',
  summary: '어디까지 올렸는지 본다(tus)',
  access: 'media.write',
  params: uploadParams,
  query: null,
  body: null,
  value: null,
});
/** The next bytes (tus). After the last one the server begins to work on them. */
export const sendUpload = endpoint({
  method: 'patch',
  path: '/api/uploads/:uploadId',
  summary: '이어서 올린다(tus)',
  access: 'media.write',
  params: uploadParams,
  query: null,
  body: null,
  value: null,
});
/** Also ends the work on it; nothing of it stays. */
export const cancelUpload = endpoint({
  method: 'delete',
  path: '/api/uploads/:uploadId',
  summary: '올리기를 그만둔다(tus)',
  access: 'media.write',
  params: uploadParams,
  query: null,
  body: null,
  value: null,
});
/** What became of an upload, to be asked until it is `done` or refused. One for a photo or a film, one a page for a PDF. */
export const readUploadResult = endpoint({
  method: 'get',
  path: '/api/uploads/:uploadId/result',
  summary: '올린 것이 다 처리되었는지 본다',
  access: 'media.write',
  params: uploadParams,
  query: null,
  body: null,
  value: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('sending') }),
    /** From 0 to 1. */
    z.strictObject({ state: z.literal('working'), part: z.number() }),
    z.strictObject({ state: z.literal('done'), media: z.array(mediaSchema) }),
  ]),
});
