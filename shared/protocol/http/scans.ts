/** How often people followed the QR code of a slide. */
import * as z from 'zod/mini';
import { civilDateSchema, idSchema } from '../../content/fields.ts';
import { endpoint } from './endpoint.ts';

export const slideScansSchema = z.strictObject({
  /** Null without a link, or where the controller knows no public address: then nothing can be counted. */
  shortUrl: z.nullable(z.string()),
  /** The house's date. */
  today: civilDateSchema,
  /** Days with at least one, oldest first; of the last 400. */
  days: z.array(z.strictObject({ date: civilDateSchema, scans: z.int().check(z.minimum(1)) })),
});
export type SlideScans = z.infer<typeof slideScansSchema>;

export const readScans = endpoint({
  method: 'get',
  path: '/api/slides/:slideId/scans',
  summary: '슬라이드의 QR 코드를 찍은 횟수',
  access: 'content.read',
  params: z.strictObject({ slideId: idSchema }),
  query: null,
  body: null,
  value: slideScansSchema,
});
