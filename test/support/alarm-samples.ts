/** Emergencies that wait, notes about those that did not, and a report, as a console gets them. */
import type { AlarmNote } from '../../shared/content/alarm-note.ts';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { ReleaseRequest } from '../../shared/content/release-request.ts';
import type { ReleaseView } from '../../shared/protocol/http/alarms.ts';
import type { AnnouncementReport } from '../../shared/protocol/http/announcement-report.ts';
import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';

/** Asked for by 이주무관 two minutes before `now`. */
export function aRelease(now: EpochMs, fields: Partial<ReleaseRequest> = {}): ReleaseView {
  return {
    requestedBy: '이주무관',
    decidedBy: fields.decidedBy ?? null,
    request: {
      ...{ id: 'request', requestedAt: now - 2 * MINUTE_MS, requestedBy: 'lee' },
      ...{ lapsesAt: now + 8 * MINUTE_MS, state: 'waiting', hash: 'ab'.repeat(32) },
      proposal: {
        ...{ level: 'emergency', title: '하천에서 즉시 나와 높은 곳으로 가십시오' },
        body: '호우경보가 발효되었습니다. 중랑천 산책로에 들어가지 마십시오. 지하차도와 지하주차장은 물이 갑자기 차오르니 가지 마십시오.',
        ...{ source: '도봉구청 안전총괄과', screens: 'all', expiresAt: now + 180 * MINUTE_MS },
        ...{ drill: false, corrects: null, unblank: true },
      },
      ...{ decidedAt: null, decidedBy: null, reason: null, announcementId: null },
      ...fields,
    },
  };
}

export function aNote(now: EpochMs, fields: Partial<AlarmNote> = {}): AlarmNote {
  return {
    ...{ id: 'note', at: now - MINUTE_MS, kind: 'break-glass', announcementId: 'flood' },
    ...{ byPersonId: 'lee', by: '이주무관', title: '하천에서 즉시 나오십시오', body: null },
    reason: '당직 중 다른 담당자와 연락이 닿지 않음',
    ...fields,
  };
}

/** Painted on one board of two. */
export function aReport(announcement: Announcement): AnnouncementReport {
  const { sentAt } = announcement;
  return {
    ...{ announcement, at: sentAt + 10 * MINUTE_MS, sentBy: '김창동', release: null },
    end: { kind: 'live', at: null, by: null, correction: null },
    boards: [
      {
        ...{ screenId: 'plaza-1', name: '1번 출구 게시대', paintedAt: sentAt + 80 },
        ...{ latencyMs: 80, goneAt: null },
      },
      { screenId: 'b', name: '2번 출구', paintedAt: null, latencyMs: null, goneAt: null },
    ],
  };
}
