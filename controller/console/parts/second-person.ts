/** [V10] Why a second person must approve, as the console tells it. */
import { secondPersonReasons, type SecondReason } from '../../../shared/content/second-person.ts';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { dateAt } from '../../../shared/time.ts';
import type { Desk } from '../link/desk.ts';
import { offsetsOf } from './place-time.ts';
import type { SlideDraft } from './slide-draft.ts';

export type Owned = Pick<SlideDraft, 'organizationId' | 'shopId' | 'content'>;

export const secondWords: Readonly<Record<SecondReason, string>> = {
  organization: '이 운영 주체는 모든 슬라이드를 두 사람이 확인합니다.',
  election: '선거 기간입니다. 구청장을 알리는 내용은 두 사람이 확인합니다.',
  'personal-data':
    '가게 것이 아닌 휴대전화 번호가 있습니다. 본인이 동의했는지 두 사람이 확인합니다.',
};

/** By what the desk holds; empty until the organizations are read. */
export function secondReasonsOf(
  desk: Desk,
  { organizationId, shopId, content }: Owned,
): readonly SecondReason[] {
  const organization = desk.organizations.value?.find(({ id }) => id === organizationId);
  if (!organization) return [];
  const shopPhone = desk.shops.value?.find(({ id }) => id === shopId)?.phone ?? null;
  const today = dateAt(offsetsOf(desk), desk.now());
  return secondPersonReasons({ content, organization, shopPhone, today });
}

/** Whether the person may approve what they write themselves. */
export function mayApproveOwn(desk: Desk, me: Person, draft: Owned): boolean {
  return mayDo(me, 'slide.approve', draft) && secondReasonsOf(desk, draft).length === 0;
}
