/** The words of an alert about an emergency: who, what, on which boards, and what to do now. */
import type { Alert } from '../../shared/content/alert.ts';
import type { Announcement } from '../../shared/content/announcement.ts';
import { longDateTime } from '../../shared/korean-date.ts';
import type { EpochMs, ZoneOffset } from '../../shared/time.ts';

export interface AlarmFacts {
  /** It waits for a second person, went out without one, or took the place of one that was on air. */
  readonly kind: 'request' | 'break-glass' | 'correction';
  /** Name of who wrote it. */
  readonly by: string;
  readonly reason: string | null;
  readonly announcement: Pick<
    Announcement,
    'title' | 'body' | 'source' | 'screens' | 'sentAt' | 'expiresAt'
  >;
  /** Of a request. */
  readonly lapsesAt?: EpochMs;
  /** Names. */
  readonly boards: readonly string[];
  readonly offsets: readonly ZoneOffset[];
  readonly origin: string | null;
}

const subjects: Readonly<Record<AlarmFacts['kind'], string>> = {
  request: '긴급 송출 승인을 기다립니다',
  'break-glass': '비상 단독 송출이 나갔습니다',
  correction: '긴급 송출을 정정했습니다',
};

export function alarmWords(facts: AlarmFacts): Pick<Alert, 'subject' | 'text'> {
  const { kind, by, reason, announcement, boards, offsets, origin } = facts;
  const { title, body, source, sentAt, expiresAt } = announcement;
  const lines = [
    `${longDateTime(offsets, sentAt)} ${by}`,
    ...(reason === null ? [] : [`사유: ${reason}`]),
    '',
    `■ ${title}`,
    ...(body === null ? [] : [body]),
    `- ${source}`,
    '',
    `화면: ${boards.join(', ')}`,
    `${longDateTime(offsets, expiresAt)}에 저절로 끝납니다.`,
    todo(facts),
    ...(origin === null ? [] : [`콘솔: ${origin}/console#/now`]),
  ];
  return { subject: `[전자게시대] ${subjects[kind]}: ${title}`, text: lines.join('\n') };
}

function todo({ kind, offsets, lapsesAt }: AlarmFacts): string {
  if (kind === 'request' && lapsesAt !== undefined)
    return `콘솔에서 내용을 읽고 승인하거나 거절해 주십시오. ${longDateTime(offsets, lapsesAt)}이 지나면 요청이 끝나고, 화면에는 나가지 않습니다.`;
  return '콘솔에서 확인했다고 답해 주십시오. 잘못 나갔으면 바로 해제하거나 정정하실 수 있습니다.';
}
