/** [V10] [V13] Whether another person than the author must approve. */
import { secondPersonReasons, type SecondReason } from '../../shared/content/second-person.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import type { Slide, SlideContent } from '../../shared/content/slide.ts';
import { Refusal } from '../../shared/problem.ts';
import type { EpochMs } from '../../shared/time.ts';
import { dateInZone } from '../manifest/offsets.ts';
import { isSameHand, oneHandWords } from '../people/same-hand.ts';
import type { Records } from '../store/store.ts';

export interface ToApprove {
  readonly slide: Pick<Slide, 'organizationId' | 'shopId'>;
  readonly content: SlideContent;
  readonly at: EpochMs;
}

export interface ByWhom {
  /** Of the revision. */
  readonly authorId: string;
  readonly approverId: string;
  readonly at: EpochMs;
}

/** Why a second person is needed, from what is stored; empty for a slide of no organization that is known. */
export async function reasonsForSecond(
  records: Records,
  { slide, content, at }: ToApprove,
): Promise<readonly SecondReason[]> {
  const organization = await records.organizations.get(slide.organizationId);
  if (!organization) return [];
  const shop = slide.shopId === null ? undefined : await records.shops.get(slide.shopId);
  const today = dateInZone(zoneOf(await records.screens.all()), at);
  return secondPersonReasons({ content, organization, shopPhone: shop?.phone ?? null, today });
}

const words: Readonly<Record<SecondReason, string>> = {
  organization: '이 운영 주체는 두 사람이 확인합니다.',
  election: '선거 기간에 구청장을 알리는 내용이라 두 사람이 확인합니다.',
  'personal-data': '휴대전화 번호가 있어 두 사람이 확인합니다.',
};

/**
 * Throws `forbidden`, where there is any reason, for the author, with the first of them; and for whoever may be in
 * one hand with the author [V13].
 */
export async function refuseAuthor(
  records: Records,
  reasons: readonly SecondReason[],
  { authorId, approverId, at }: ByWhom,
): Promise<void> {
  const [first] = reasons;
  if (first === undefined) return;
  const ask = '다른 담당자에게 승인을 요청해 주십시오.';
  if (authorId === approverId) throw new Refusal('forbidden', `${words[first]} ${ask}`);
  if (await isSameHand(records, [authorId, approverId], at))
    throw new Refusal('forbidden', `${words[first]} ${oneHandWords} ${ask}`);
}
