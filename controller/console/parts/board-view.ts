/** What a board should show and what it said it shows, side by side. Pure but for a memory of plans. */
import type { Announcement } from '../../../shared/content/announcement.ts';
import { includesScreen } from '../../../shared/content/fields.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import type { Glass, ScreenState } from '../../../shared/protocol/events.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import type { Calendar, Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { onAir } from '../../../shared/schedule/on-air.ts';
import { openingOf } from '../../../shared/schedule/window.ts';
import { addDays, dateAt, type CivilDate, type EpochMs } from '../../../shared/time.ts';
import { span, type Tone } from '../app/words.ts';

/** A board that has said nothing for so long is offline: three beats. */
export const OFFLINE_MS = 45_000;
/** A swap takes a moment; a beat may fall into it. */
const SWAP_MS = 2500;

export interface BoardInput {
  readonly view: ScreenView;
  readonly state: ScreenState | undefined;
  readonly manifest: Manifest | undefined;
  readonly announcements: readonly Announcement[];
  readonly at: EpochMs;
}

export interface Standing {
  readonly tone: Tone;
  readonly words: string;
  /** What to do or what else is known. */
  readonly detail: string | null;
}

const plans = new WeakMap<Manifest, Map<CivilDate, readonly Slot[]>>();

/** `dayPlan`, remembered for as long as the manifest is. */
export function planOf(manifest: Manifest, date: CivilDate): readonly Slot[] {
  const byDate = plans.get(manifest) ?? new Map<CivilDate, readonly Slot[]>();
  plans.set(manifest, byDate);
  const slots = byDate.get(date) ?? dayPlan(manifest, date);
  byDate.set(date, slots);
  return slots;
}

/** The date whose plan is on at `at`: yesterday's where its hours reach past midnight. */
export function planDateOf(calendar: Calendar, at: EpochMs): CivilDate {
  const today = dateAt(calendar.offsets, at);
  const yesterday = addDays(today, -1);
  const opening = yesterday < calendar.firstDate ? undefined : openingOf(calendar, yesterday);
  return opening && opening.toMs > at ? yesterday : today;
}

export function isOffline(state: ScreenState | undefined, at: EpochMs): boolean {
  return state?.heardAt == null || at - state.heardAt > OFFLINE_MS;
}

/** How a board stands against its plan, in words. */
export function standingOf(input: BoardInput): Standing {
  const { view, state, at } = input;
  if (view.device?.revokedAt !== null)
    return stand('warn', '연결된 PC가 없습니다', '화면 메뉴에서 코드로 연결해 주십시오.');
  if (state?.heardAt == null)
    return stand('bad', '아직 소식이 없습니다', '화면의 PC가 켜져 있는지 확인해 주십시오.');
  if (isOffline(state, at))
    return stand(
      'bad',
      `연결이 끊겼습니다 · ${span(at - state.heardAt)}째`,
      '화면은 받아 둔 편성으로 계속 돌아갑니다. PC의 전원과 인터넷을 확인해 주십시오.',
    );
  const { beat } = state;
  if (!beat?.glass) return stand('warn', '화면이 준비하는 중입니다', null);
  if (beat.safeMode)
    return stand('bad', '안전 화면으로 돌고 있습니다', '새 편성이 오면 저절로 돌아옵니다.');
  return standingOfGlass(input, beat.glass, state.heardAt);
}

function standingOfGlass(input: BoardInput, glass: Glass, heardAt: EpochMs): Standing {
  const failed = input.state?.beat?.failedSlideIds.length ?? 0;
  const detail = failed > 0 ? `이 화면에서 열리지 않아 빼 둔 슬라이드 ${failed}장` : null;
  if (input.manifest && !agrees(input, glass, heardAt)) {
    if ((input.state?.beat?.held.manifestRevision ?? 0) < input.manifest.revision)
      return stand('warn', '새 편성을 받는 중입니다', detail);
    return stand('bad', '편성과 다릅니다', differenceOf(input, glass, heardAt));
  }
  switch (glass.layer) {
    case 'blank':
      return stand('warn', '화면을 꺼 두었습니다', '60분 안에 저절로 다시 켜집니다.');
    case 'off':
      return stand('soft', '운영 시간이 아닙니다', '켤 시간이 되면 저절로 켜집니다.');
    case 'emergency':
      return stand('bad', '긴급 송출 중', detail);
    case 'important':
      return stand('warn', '중요 공지 표출 중', detail);
    case 'all-clear':
      return stand('warn', '긴급 해제를 알리는 중', detail);
    default:
      return stand(failed > 0 ? 'warn' : 'good', '편성대로 송출 중', detail);
  }
}

/** Whether the plan has what the glass shows, at the beat or within a swap of it. */
function agrees(input: BoardInput, glass: Glass, heardAt: EpochMs): boolean {
  return [heardAt, heardAt - SWAP_MS, heardAt + SWAP_MS, glass.paintedAt].some((at) => {
    const planned = plannedAt(input, at);
    if (!planned) return true;
    if (planned.announcement) return planned.announcement.id === glass.announcementId;
    if (planned.slot && isLoop(planned.layer))
      return isLoop(glass.layer) && planned.slot.slideId === glass.slideId;
    return planned.layer === glass.layer;
  });
}

/** What the plan, the announcements and the operator have on at `at`. */
export function plannedAt({ manifest, announcements, view }: BoardInput, at: EpochMs) {
  if (!manifest) return undefined;
  return onAir({
    slots: planOf(manifest, planDateOf(manifest.calendar, at)),
    announcements: announcements.filter((one) => includesScreen(one.screens, view.screen.id)),
    blankUntil: view.screen.blankUntil,
    at,
  });
}

function differenceOf(input: BoardInput, glass: Glass, heardAt: EpochMs): string {
  const planned = plannedAt(input, heardAt);
  const wanted = planned?.announcement?.title ?? titleIn(input, planned?.slot?.slideId ?? null);
  const shown =
    input.announcements.find(({ id }) => id === glass.announcementId)?.title ??
    titleIn(input, glass.slideId);
  return `편성은 「${wanted}」, 화면은 「${shown}」`;
}

function titleIn({ manifest }: BoardInput, slideId: string | null): string {
  const slide = manifest?.slides.find(({ id }) => id === slideId);
  return slide ? titleOf(slide.content) : '꺼짐';
}

function isLoop(layer: Glass['layer']): boolean {
  return layer === 'slot' || layer === 'house';
}

function stand(tone: Tone, words: string, detail: string | null): Standing {
  return { tone, words, detail };
}
