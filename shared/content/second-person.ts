/** [V10] When the author of a slide may not approve it, whatever rights they hold. Pure. */
import { mobileNumbers } from '../legibility/text-rules.ts';
import type { CivilDate } from '../time.ts';
import type { Organization } from './organization.ts';
import type { Picture, SlideContent, Video } from './slide.ts';
import { slideTexts } from './slide-texts.ts';

export const secondReasons = ['organization', 'election', 'personal-data'] as const;
export type SecondReason = (typeof secondReasons)[number];

export interface SlideToJudge {
  readonly content: SlideContent;
  readonly organization: Pick<Organization, 'kind' | 'twoPersonApproval' | 'election'>;
  /** The shop's own line, as written; null where it has none or the slide is of no shop. */
  readonly shopPhone: string | null;
  /** The day of the approval, in the boards' zone. */
  readonly today: CivilDate;
}

/** The head of a district, in the languages of the board. */
const HEAD_OF_DISTRICT = /구청장|구\s+청\s+장|区长|区長|區長|\bmayor\b/iu;

/**
 * Why a second person must approve, in the order of `secondReasons`; empty where the author may.
 * - `organization`: it demands two people of every slide.
 * - `election` (V11): a slide of a district names its head, or its picture does, on a day of an election period. Both
 *   dates are inclusive.
 * - `personal-data` (V12): a mobile number that is not the shop's own line.
 */
export function secondPersonReasons(slide: SlideToJudge): readonly SecondReason[] {
  return secondReasons.filter((reason) => applies[reason](slide));
}

const applies: Readonly<Record<SecondReason, (slide: SlideToJudge) => boolean>> = {
  organization: ({ organization }) => organization.twoPersonApproval,
  election: (slide) => isInElection(slide) && namesHead(slide.content),
  'personal-data': ({ content, shopPhone }) => {
    const own = (shopPhone ?? '').replace(/\D/g, '');
    return textsOf(content).some((text) => mobileNumbers(text).some((number) => number !== own));
  },
};

function isInElection({ organization: { kind, election }, today }: SlideToJudge): boolean {
  return (
    kind === 'district' &&
    election !== undefined &&
    election.from <= today &&
    today <= election.until
  );
}

function namesHead(content: SlideContent): boolean {
  return textsOf(content).some((text) => HEAD_OF_DISTRICT.test(text));
}

/** A portrait's description says who is on it, though no board shows it. */
function textsOf(content: SlideContent): readonly string[] {
  const described = Object.values(shownFile(content)?.alt ?? {});
  return [
    ...slideTexts(content).map(({ text }) => text),
    ...described.filter((text) => text !== undefined),
  ];
}

/** While it is written, even a slide of a picture or film has none. */
function shownFile(content: SlideContent): Picture | Video | null {
  if ('picture' in content) return content.picture;
  return 'video' in content ? content.video : null;
}
