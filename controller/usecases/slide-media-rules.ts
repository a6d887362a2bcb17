/** What the picture and the film of a slide must be. */
import { consentOf, type Media } from '../../shared/content/media.ts';
import { peopleSaid } from '../../shared/content/people-said.ts';
import { pictureOf, videoOf, type SlideContent, type Video } from '../../shared/content/slide.ts';
import { MOST_FLASHES_PER_SECOND } from '../../shared/legibility/judge.ts';
import { Refusal, type FieldProblem } from '../../shared/problem.ts';
import type { Records } from '../store/store.ts';

interface OwnedContent {
  readonly organizationId: string;
  readonly content: SlideContent;
}

/**
 * What is wrong with the picture or film of `content`: not there, of the other kind, another organization's, or a
 * film that is not told as it is. What `held` shows already may stay, whoever brought it first.
 */
export async function mediaProblems(
  records: Records,
  owned: OwnedContent,
  held: SlideContent | undefined,
): Promise<FieldProblem[]> {
  const video = videoOf(owned.content);
  if (video) return filmProblems(records, { ...owned, video }, held);
  const sha256 = pictureOf(owned.content)?.sha256;
  if (sha256 === undefined || (held && !videoOf(held) && pictureOf(held)?.sha256 === sha256))
    return [];
  const media = await records.media.get(sha256);
  return isOwn(media, owned.organizationId) && media.mime !== 'video/mp4'
    ? []
    : [{ path: 'content.picture.sha256', message: '이 운영 주체가 올린 사진을 골라 주십시오.' }];
}

/**
 * Throws `invalid` for what must not be seen in public whatever a template makes of it: a picture or film of people
 * who have not consented [V15], and a film that flashes [L8]. What came with the slide goes by the word of whoever
 * brought it first.
 */
export async function refuseUnfitMedia(
  records: Records,
  { organizationId, content }: OwnedContent,
): Promise<void> {
  const video = videoOf(content);
  const [part, what] = video ? (['video', '동영상'] as const) : (['picture', '사진'] as const);
  if (peopleSaid(content) === 'not-agreed')
    throw unfit(
      `content.${part}.people`,
      `${what}에 나온 사람의 동의를 받은 뒤 ‘동의를 받았습니다’로 바꾸거나, 다른 ${what}을 골라 주십시오.`,
    );
  const files = [video?.sha256, pictureOf(content)?.sha256].filter((one) => one !== undefined);
  for (const sha256 of files) {
    const media = await records.media.get(sha256);
    if (!media) continue;
    if ((consentOf(media, organizationId) ?? media.consent) === 'missing')
      throw unfit(
        `content.${part}`,
        `${what}에 나온 사람의 동의를 받은 뒤, 다시 올려 동의를 표시해 주십시오.`,
      );
    if ((media.video?.flashesPerSecond ?? 0) > MOST_FLASHES_PER_SECOND)
      throw unfit(
        'content.video',
        '1초에 세 번 넘게 번쩍이는 동영상은 낼 수 없습니다. 번쩍이지 않는 동영상으로 바꿔 주십시오.',
      );
  }
}

async function filmProblems(
  records: Records,
  { organizationId, video }: OwnedContent & { readonly video: Video },
  held: SlideContent | undefined,
): Promise<FieldProblem[]> {
  const media = await records.media.get(video.sha256);
  const isHeld = held !== undefined && videoOf(held)?.sha256 === video.sha256;
  if (!media?.video || !(isHeld || isOwn(media, organizationId)))
    return [
      { path: 'content.video.sha256', message: '이 운영 주체가 올린 동영상을 골라 주십시오.' },
    ];
  const { posterSha256, durationMs } = media.video;
  const problems: FieldProblem[] = [];
  const message = '동영상을 다시 골라 주십시오.';
  if (video.posterSha256 !== posterSha256)
    problems.push({ path: 'content.video.posterSha256', message });
  if (video.durationMs !== durationMs) problems.push({ path: 'content.video.durationMs', message });
  return problems;
}

function isOwn(media: Media | undefined, organizationId: string): media is Media {
  return media !== undefined && consentOf(media, organizationId) !== undefined;
}

function unfit(path: string, message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}
