/** What an announcement must be, and who may send it. */
import type { AnnouncementFields } from '../../shared/content/announcement.ts';
import type { Organization } from '../../shared/content/organization.ts';
import { mayDo, type Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { DAY_MS, type EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import { refuseUndrawable } from './refuse-undrawable.ts';

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

/** The place of the second person's release: today the right to send is enough, whatever the level. */
export function requireRelease(records: Records, person: Person): Promise<Organization> {
  return requireSender(records, person);
}

/**
 * Throws `invalid` for words that a board cannot draw, an expiry that has passed or is too far ahead, and a drill
 * on boards that are not named.
 */
export function refuseBadAnnouncement(fields: AnnouncementFields, now: EpochMs): void {
  const { level, expiresAt, drill, screens } = fields;
  refuseUndrawable({ title: fields.title, body: fields.body, source: fields.source });
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
  if (drill && screens === 'all')
    throw invalid('screens', '훈련은 화면을 하나씩 골라야 합니다. 훈련에 쓸 화면을 고르십시오.');
}

function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}
