import type { Person } from '../../shared/content/person.ts';
import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { contentHash } from '../approvals/content-hash.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { requireRight } from './require-right.ts';
import { linkWritten } from '../short-links.ts';
import { refuseBadSlide } from './slide-rules.ts';
import type { SlideFields } from './slide-rules.ts';

/** A draft with its first revision. A merchant writes for their own shop only. */
export async function createSlide(
  context: Context,
  person: Person,
  fields: SlideFields,
): Promise<SlideView> {
  const { organizationId, shopId, content, dwellSeconds } = fields;
  requireRight(person, 'slide.write', { organizationId, shopId });
  const { value } = await change(context, { person }, async (records, noted) => {
    await refuseBadSlide(records, fields);
    const createdAt = context.now();
    const slideId = context.newId();
    const latest: SlideRevision = {
      id: context.newId(),
      slideId,
      number: 1,
      content,
      dwellSeconds,
      pages: 1,
      createdAt,
      createdBy: person.id,
    };
    const slide: Slide = {
      ...(await linkWritten(records, {}, content)),
      id: slideId,
      organizationId,
      shopId,
      house: false,
      state: 'draft',
      latestRevisionId: latest.id,
      approvedRevisionId: null,
      rejectionReason: null,
      createdAt,
      updatedAt: createdAt,
      version: 1,
    };
    await records.slides.put(slide);
    await records.revisions.add(latest);
    noted.touch('slides');
    noted.record({
      action: 'slide.create',
      subjectId: slideId,
      before: null,
      after: { slide, latest },
    });
    return { slide, latest, contentHash: contentHash(latest), approved: null };
  });
  return value;
}
