import type { Announcement } from '../../shared/content/announcement.ts';

const RAIN =
  '중랑천 산책로와 지하보도에서 나오십시오. 오늘 20시까지 시간당 50mm 넘는 비가 내립니다. 지하주차장에 차를 두러 가지 마시기 바랍니다.';

/** Announcements in every dress; `long` fills the schema. */
export const announcements: Readonly<Record<string, Announcement>> = {
  emergency: announcement({ title: '호우경보', body: RAIN }),
  'emergency-long': announcement({
    title: '집중호우로 중랑천 수위가 빠르게 오르고 있으니 하천변에서 즉시 나오십시오',
    body: `${RAIN} ${RAIN} 우이천과 방학천의 산책로도 모두 막았습니다. 반지하 주택에 계신 분은 물이 차기 전에 가까운 동 주민센터나 대피소로 옮기시고, 맨홀과 가로등 가까이로 다니지 마시기 바랍니다. 대피소: 창4동 주민센터, 창동초등학교.`,
  }),
  correction: announcement({
    title: '대피소 정정',
    body: '대피소는 창동초등학교가 아니라 창4동 주민센터입니다.',
    corrects: 'earlier',
  }),
  drill: announcement({
    title: '민방위 훈련',
    body: '오후 2시부터 20분 동안 훈련합니다. 안내에 따라 지하로 이동해 주시기 바랍니다.',
    drill: true,
  }),
  spoken: announcement({
    title: '호우경보',
    body: RAIN,
    translations: {
      en: {
        title: 'Heavy rain: leave the riverside now',
        body: 'Move to higher ground. '.repeat(8).trim(),
      },
      zh: { title: '暴雨：请立即离开河边', body: '请转移到高处。' },
      ja: { title: '大雨：川から今すぐ離れてください', body: null },
    },
  }),
  important: announcement({
    level: 'important',
    title: '1번 출구 에스컬레이터 점검',
    body: '오늘 밤 11시부터 내일 새벽 4시까지 계단을 이용해 주시기 바랍니다.',
    source: '도봉구청 교통행정과',
  }),
};

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
