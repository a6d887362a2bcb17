/** The console's words for what the code calls by short names. */
import type { AnnouncementLevel } from '../../../shared/content/announcement.ts';
import type { Role } from '../../../shared/content/person.ts';
import type { SlideState, Template } from '../../../shared/content/slide.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'soft';

export const stateNames: Readonly<Record<SlideState, string>> = {
  draft: '초안',
  submitted: '검토 요청',
  approved: '승인',
  rejected: '반려',
  withdrawn: '게시 중단',
};
export const stateTones: Readonly<Record<SlideState, Tone>> = {
  draft: 'soft',
  submitted: 'warn',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'soft',
};
export const templateNames: Readonly<Record<Template, string>> = {
  shop: '가게 소개',
  offer: '할인·특가',
  menu: '차림표',
  event: '행사',
  notice: '알림',
  job: '일자리 모집',
  figure: '숫자로 알림',
  directory: '문 연 가게',
  picture: '사진 한 장',
  news: '동네 소식·나눔',
  map: '찾아오는 길',
  video: '동영상',
  qr: 'QR로 이어 보기',
  clock: '시계',
};
export const templateUses: Readonly<Record<Template, string>> = {
  shop: '가게 이름과 대표 메뉴. 영업 중인지는 저절로 붙습니다.',
  offer: '가격을 크게 보여 줍니다.',
  menu: '이름과 가격을 여섯 줄까지 적습니다.',
  event: '언제, 어디서 하는지 알립니다.',
  notice: '제목과 세 줄까지의 안내입니다.',
  job: '누구를, 어떻게 뽑는지 알립니다.',
  figure: '큰 숫자 하나와 어디까지 왔는지 보여 줍니다.',
  directory: '지금 문을 연 가게를 저절로 모아 보여 줍니다.',
  picture: '사진이 화면을 채웁니다.',
  news: '누가 무엇을 나누었는지 알립니다.',
  map: '지금 있는 곳과 출구, 주변을 그려 보여 줍니다.',
  video: '소리 없는 동영상이 화면을 채웁니다.',
  qr: '휴대전화로 찍어 자세히 보게 합니다.',
  clock: '편성이 없을 때 보이는 시계입니다.',
};
export const levelNames: Readonly<Record<AnnouncementLevel, string>> = {
  notice: '공지',
  important: '중요',
  emergency: '긴급',
};
export const roleNames: Readonly<Record<Role, string>> = {
  merchant: '상인',
  manager: '상점가 매니저',
  officer: '구청 담당자',
  administrator: '관리자',
  viewer: '보기만',
};
export const weekdays = ['일', '월', '화', '수', '목', '금', '토'] as const;

/** How long ago, such as `0.4초 전` or `3분 전`; never negative. */
export function ago(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)}초 전`;
  if (seconds < 60) return `${Math.floor(seconds)}초 전`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}분 전`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}시간 전`;
  return `${Math.floor(seconds / 86_400)}일 전`;
}

/** How long, such as `15초`, `2분 30초` or `3시간 5분`. */
export function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}초`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes}분 ${seconds % 60}초` : `${minutes}분`;
  return minutes % 60 ? `${Math.floor(minutes / 60)}시간 ${minutes % 60}분` : `${minutes / 60}시간`;
}

/** `3개 중 3개 화면 표출, 0.08초`: the slowest board's time, or without one what is known. */
export function receiptWords(
  wanted: number,
  receipts: readonly { readonly latencyMs: number | null }[],
): string {
  const known = receipts.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs]));
  const words = `${wanted}개 중 ${receipts.length}개 화면 표출`;
  if (known.length === 0) return words;
  return `${words}, ${(Math.max(...known) / 1000).toFixed(2)}초`;
}
