/** Announcement pages in every dress: the shortest, a typical and the longest text that the schema lets through. */
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Glass } from '../../shared/protocol/events.ts';

export interface AnnouncementSample {
  readonly layer: Glass['layer'];
  readonly shortest: Announcement;
  readonly typical: Announcement;
  readonly longest: Announcement;
}

const RAIN =
  '중랑천 산책로와 지하보도에서 나오십시오. 오늘 20시까지 시간당 50mm 넘는 비가 내립니다. 지하주차장에 차를 두러 가지 마시기 바랍니다.';
const SHELTER =
  '우이천과 방학천의 산책로도 모두 막았습니다. 반지하 주택에 계신 분은 물이 차기 전에 가까운 동 주민센터나 대피소로 옮기시고, 맨홀과 가로등 가까이로 다니지 마시기 바랍니다. 대피소는 창4동 주민센터와 창동초등학교입니다.';
const LONG = {
  title: '집중호우로 중랑천 물이 빠르게 불어나니 하천변에서 즉시 나오십시오',
  body: `${RAIN} ${SHELTER} 비가 그친 뒤에도 물이 빠질 때까지 하천에 들어가지 마십시오. 이웃에 혼자 사시는 어르신이 계시면 함께 살펴 주시고, 위험한 곳을 보시면 119나 구청 상황실로 알려 주시기 바랍니다. 아이들만 밖에 두지 마시고, 전철은 역의 안내를 따라 이용하시기 바랍니다. 정전에 대비하여 손전등을 가까이 두시기 바랍니다.`,
  source: '도봉구청 안전총괄과 재난안전대책본부 상황실',
} as const;

export const sampleAnnouncements: Readonly<Record<string, AnnouncementSample>> = {
  emergency: sample('emergency', {}, { title: '호우경보', body: RAIN }),
  important: sample(
    'important',
    { level: 'important', source: '도봉구청 교통행정과' },
    {
      title: '1번 출구 에스컬레이터 점검',
      body: '오늘 밤 11시부터 내일 새벽 4시까지 계단을 이용해 주시기 바랍니다.',
    },
  ),
  correction: sample(
    'emergency',
    { corrects: 'earlier' },
    { title: '대피소 정정', body: '대피소는 창동초등학교가 아니라 창4동 주민센터입니다.' },
  ),
  'all-clear': sample(
    'all-clear',
    { clearedAt: Date.UTC(2026, 10, 22, 10, 40) },
    { title: '호우경보', body: RAIN },
  ),
  drill: sample(
    'emergency',
    { drill: true },
    {
      title: '민방위 훈련',
      body: '오후 2시부터 20분 동안 훈련합니다. 안내에 따라 지하로 이동해 주시기 바랍니다.',
    },
  ),
};

function sample(
  layer: Glass['layer'],
  dress: Partial<Announcement>,
  typical: Pick<Announcement, 'title' | 'body'>,
): AnnouncementSample {
  const of = (change: Partial<Announcement>) => announcement({ ...dress, ...change });
  return {
    layer,
    shortest: of({ title: '지진', body: null }),
    typical: of(typical),
    longest: of(LONG),
  };
}

function announcement(change: Partial<Announcement>): Announcement {
  return {
    id: 'announcement',
    seq: 1,
    level: 'emergency',
    title: '호우경보',
    body: null,
    source: '도봉구청 안전총괄과',
    screens: 'all',
    sentAt: Date.UTC(2026, 10, 22, 9, 12),
    expiresAt: Date.UTC(2026, 10, 22, 11, 0),
    drill: false,
    sentBy: 'officer',
    clearedAt: null,
    corrects: null,
    slideId: null,
    bookingId: null,
    ...change,
  };
}
