import { consentOf, type Media } from '../../shared/content/media.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Intake } from '../media/intake.ts';
import type { Context } from './context.ts';
import { readMedia } from './read-media.ts';
import { recordMedia, requireUploadRight } from './upload-media.ts';

/**
 * A copy of a picture turned by `degrees` clockwise, cropped to the largest part of the same shape. The
 * organization's word on consent goes over to it.
 * @throws Refusal `not-found`; `forbidden`, also for a picture that others brought; `unsupported-media` for a film.
 */
export async function straightenMedia(
  context: Context,
  intake: Intake,
  asked: {
    readonly person: Person;
    readonly sha256: string;
    readonly organizationId: string;
    readonly degrees: number;
  },
): Promise<Media> {
  const { person, sha256, organizationId, degrees } = asked;
  await requireUploadRight(context.store.records, person, organizationId);
  const media = await readMedia(context, sha256);
  const consent = consentOf(media, organizationId);
  if (consent === undefined)
    throw new Refusal('forbidden', '이 운영 주체가 올린 사진만 바로 세울 수 있습니다.');
  if (media.video)
    throw new Refusal(
      'unsupported-media',
      '동영상은 바로 세울 수 없습니다. 바로 세워 찍은 것을 올려 주십시오.',
    );
  if (degrees === 0) return media;
  return intake.straighten(sha256, degrees, async (stored) => {
    const [turned] = await recordMedia(context, person, { organizationId, consent, stored });
    if (!turned) throw new Error('a picture that became nothing');
    return turned;
  });
}
