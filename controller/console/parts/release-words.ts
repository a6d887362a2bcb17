/** Release requests in the words of the console. Pure. */
import { includesScreen } from '../../../shared/content/fields.ts';
import type { Person } from '../../../shared/content/person.ts';
import type { ReleaseRequest } from '../../../shared/content/release-request.ts';
import type { AlarmsView, ReleaseView } from '../../../shared/protocol/http/alarms.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { MINUTE_MS, type EpochMs } from '../../../shared/time.ts';

/** How long a request that came to nothing is still told to who asked. */
const TOLD_MS = 60 * MINUTE_MS;

/** Those that somebody can still let out at `now`, the oldest first: it lapses first. */
export function waitingAt(alarms: AlarmsView | undefined, now: EpochMs): readonly ReleaseView[] {
  return (alarms?.requests ?? [])
    .filter(({ request }) => request.state === 'waiting' && request.lapsesAt > now)
    .toReversed();
}

/** Of these, what another person asked for. */
export function askedByOthers(
  waiting: readonly ReleaseView[],
  { id }: Pick<Person, 'id'>,
): readonly ReleaseView[] {
  return waiting.filter(({ request }) => request.requestedBy !== id);
}

/** One's own that came to nothing within the last hour. */
export function failedLately(
  alarms: AlarmsView | undefined,
  { id }: Pick<Person, 'id'>,
  now: EpochMs,
): readonly ReleaseView[] {
  return (alarms?.requests ?? []).filter(
    ({ request }) =>
      request.requestedBy === id &&
      request.requestedAt > now - TOLD_MS &&
      failureWords(request, null, now) !== null,
  );
}

/** `박주무관 님이 거절했습니다: 등급이 다름`, or that its time ran out; null for any other end. */
export function failureWords(
  { state, lapsesAt, reason }: ReleaseRequest,
  decidedBy: string | null,
  now: EpochMs,
): string | null {
  if (state === 'refused') return `${decidedBy ?? ''} 님이 거절했습니다: ${reason ?? ''}`;
  if (state === 'lapsed' || (state === 'waiting' && lapsesAt <= now))
    return '승인이 없어 요청이 끝났습니다. 화면에는 나가지 않았습니다.';
  return null;
}

/** `8분 남음`; never less than one while it waits. */
export function minutesLeft({ lapsesAt }: ReleaseRequest, now: EpochMs): string {
  return `${Math.max(1, Math.ceil((lapsesAt - now) / MINUTE_MS))}분 남음`;
}

/** `화면 3개: 1번 출구 게시대, …`. */
export function boardsWords(
  { proposal }: Pick<ReleaseRequest, 'proposal'>,
  views: readonly ScreenView[],
): string {
  const names = views
    .filter(({ screen }) => includesScreen(proposal.screens, screen.id))
    .map(({ screen }) => screen.name);
  return `화면 ${names.length}개: ${names.join(', ')}`;
}
