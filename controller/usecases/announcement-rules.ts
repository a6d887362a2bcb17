/** What an announcement must be, and who may send it. Rules by their numbers: controller/announcements/RULES.md. */
import { blankWords } from '../../shared/content/announcement-blanks.ts';
import {
  isLiveAt,
  needsRelease,
  otherLanguages,
  type Announcement,
  type AnnouncementFields,
} from '../../shared/content/announcement.ts';
import type { Organization } from '../../shared/content/organization.ts';
import { mayDo, type Person } from '../../shared/content/person.ts';
import { undrawableWords } from '../../shared/content/drawable.ts';
import { isPublicScreen } from '../../shared/content/screen.ts';
import { Refusal, type FieldProblem } from '../../shared/problem.ts';
import { DAY_MS, type EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import { undrawableProblems } from './refuse-undrawable.ts';

const EMERGENCY_MS = DAY_MS;
const LONGEST_MS = 31 * DAY_MS;

/** The district organization for which `person` may speak. Throws `forbidden` where there is none. */
export async function requireSender(records: Records, person: Person): Promise<Organization> {
  const organizations = await records.organizations.all();
  const sender = organizations.find(
    ({ id, kind }) =>
      kind === 'district' && mayDo(person, 'announcement.send', { organizationId: id }),
  );
  if (sender) return sender;
  throw new Refusal(
    'forbidden',
    '공지는 구청 담당자만 보낼 수 있습니다. 관리자에게 권한을 요청해 주십시오.',
  );
}

/**
 * Throws `invalid` for words that a board cannot draw, an expiry that has passed or is too far ahead, and a drill
 * on boards that are in public or not named ([A30]).
 */
export async function refuseBadAnnouncement(
  records: Records,
  fields: AnnouncementFields,
  now: EpochMs,
): Promise<void> {
  refuseBadWords(fields);
  refuseBadExpiry(fields, now);
  if (fields.drill) await refuseDrillInPublic(records, fields);
}

/** [L12] [A40] In every language. */
function refuseBadWords(fields: AnnouncementFields): void {
  const { title, body, source, allClear, translations } = fields;
  const problems = [
    ...undrawableProblems({ title, body, source, allClear }),
    ...blankProblems({ title, body, allClear }),
    ...otherLanguages.flatMap((language) => {
      const own = translations?.[language];
      if (!own) return [];
      return Object.entries({ title: own.title, body: own.body ?? '' }).flatMap(([field, text]) => {
        const message = undrawableWords(text, language) ?? blankWords(text);
        return message === undefined
          ? []
          : [{ path: `translations.${language}.${field}`, message }];
      });
    }),
  ];
  if (problems.length > 0)
    throw new Refusal('invalid', '고칠 곳이 있습니다. 표시한 칸을 살펴 주십시오.', problems);
}

function blankProblems(texts: Readonly<Record<string, string | null | undefined>>): FieldProblem[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    const message = blankWords(text ?? null);
    return message === undefined ? [] : [{ path, message }];
  });
}

function refuseBadExpiry({ level, expiresAt }: AnnouncementFields, now: EpochMs): void {
  const isEmergency = level === 'emergency';
  if (expiresAt <= now)
    throw invalid('expiresAt', '끝나는 시각이 이미 지났습니다. 앞으로의 시각을 정해 주십시오.');
  if (expiresAt > now + (isEmergency ? EMERGENCY_MS : LONGEST_MS))
    throw invalid(
      'expiresAt',
      isEmergency
        ? '긴급 송출은 24시간까지입니다. 더 이른 시각을 정해 주십시오.'
        : '공지는 31일까지입니다. 더 이른 시각을 정해 주십시오.',
    );
}

async function refuseDrillInPublic(
  records: Records,
  { screens }: AnnouncementFields,
): Promise<void> {
  if (screens === 'all')
    throw invalid('screens', '훈련은 화면을 하나씩 골라야 합니다. 훈련에 쓸 화면을 고르십시오.');
  for (const id of screens) {
    const screen = await records.screens.get(id);
    // One that there is not is refused by its own rule.
    if (screen && isPublicScreen(screen))
      throw invalid(
        'screens',
        `${screen.name}은(는) 공개 광장 화면이라 훈련을 보낼 수 없습니다. 공개하지 않는 화면만 고르십시오.`,
      );
  }
}

/**
 * [A20] The emergency that a correction takes the place of, where the boards are its boards. Throws `conflict`
 * where it is not on air: then there is nothing to correct, and a second person is asked; `invalid` for boards
 * that do not show it.
 */
export function requireCorrectable(
  before: Announcement | undefined,
  { screens }: AnnouncementFields,
  at: EpochMs,
): void {
  if (before === undefined || !needsRelease(before) || !isLiveAt(before, at))
    throw new Refusal(
      'conflict',
      '긴급 송출에는 다른 한 사람의 승인이 필요합니다. 승인을 요청하거나 비상 단독 송출을 쓰십시오.',
    );
  const own = before.screens;
  const isWider = own !== 'all' && (screens === 'all' || screens.some((id) => !own.includes(id)));
  if (isWider)
    throw invalid(
      'screens',
      '정정은 처음 나간 화면에만 보낼 수 있습니다. 다른 화면에는 새로 승인을 요청하십시오.',
    );
}

function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}
