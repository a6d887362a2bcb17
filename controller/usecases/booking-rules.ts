/** What a booking must be, whoever writes it. */
import type { BookingFields } from '../../shared/content/booking.ts';
import { Refusal } from '../../shared/problem.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { parseRule } from '../manifest/rule.ts';
import type { Records } from '../store/store.ts';

const DAY_MINUTES = 1440;

/**
 * Throws `invalid` with every field that is wrong: dates backwards, an empty or too long window, a rule that
 * is none, and shops, slides or screens that do not exist or are another organization's.
 */
export async function refuseBadBooking(records: Records, fields: BookingFields): Promise<void> {
  const problems = [
    ...windowProblems(fields),
    ...(await shopProblems(records, fields)),
    ...(await slideProblems(records, fields)),
    ...(await screenProblems(records, fields)),
  ];
  if (problems.length > 0) throw new Refusal('invalid', '편성을 다시 확인해 주십시오.', problems);
}

function windowProblems(fields: BookingFields): FieldProblem[] {
  const { fromDate, toDate, fromMinute, toMinute, recurrence } = fields;
  const problems: FieldProblem[] = [];
  if (toDate !== null && toDate < fromDate) {
    problems.push({ path: 'toDate', message: '끝나는 날이 시작하는 날보다 빠릅니다.' });
  }
  if (fromMinute >= DAY_MINUTES) {
    problems.push({ path: 'fromMinute', message: '시작 시각은 그날 안에 있어야 합니다.' });
  }
  if (toMinute <= fromMinute) {
    problems.push({ path: 'toMinute', message: '끝나는 시각이 시작 시각보다 늦어야 합니다.' });
  }
  if (toMinute - fromMinute > DAY_MINUTES) {
    problems.push({ path: 'toMinute', message: '한 번에 24시간까지 편성할 수 있습니다.' });
  }
  if (recurrence !== null && !parseRule(recurrence)) {
    problems.push({
      path: 'recurrence',
      message: '반복 규칙을 읽을 수 없습니다. 다시 골라 주십시오.',
    });
  }
  return problems;
}

async function shopProblems(
  records: Records,
  { organizationId, shopId }: BookingFields,
): Promise<FieldProblem[]> {
  if (!(await records.organizations.get(organizationId))) {
    return [
      { path: 'organizationId', message: '그 운영 주체가 없습니다. 목록에서 골라 주십시오.' },
    ];
  }
  if (shopId === null) return [];
  const shop = await records.shops.get(shopId);
  return shop?.organizationId === organizationId
    ? []
    : [{ path: 'shopId', message: '이 운영 주체의 가게를 골라 주십시오.' }];
}

async function slideProblems(
  records: Records,
  { organizationId, shopId, slideIds }: BookingFields,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [index, slideId] of slideIds.entries()) {
    const slide = await records.slides.get(slideId);
    const path = `slideIds.${index}`;
    if (slide?.organizationId !== organizationId) {
      problems.push({ path, message: '이 운영 주체의 슬라이드를 골라 주십시오.' });
    } else if (shopId !== null && slide.shopId !== null && slide.shopId !== shopId) {
      problems.push({ path, message: '다른 가게의 슬라이드입니다. 이 가게의 것을 골라 주십시오.' });
    } else if (slideIds.indexOf(slideId) < index) {
      problems.push({
        path,
        message: '같은 슬라이드가 두 번 들어 있습니다. 하나만 남겨 주십시오.',
      });
    }
  }
  return problems;
}

async function screenProblems(
  records: Records,
  { screens }: BookingFields,
): Promise<FieldProblem[]> {
  if (screens === 'all') return [];
  const problems: FieldProblem[] = [];
  for (const [index, screenId] of screens.entries()) {
    if (await records.screens.get(screenId)) continue;
    problems.push({
      path: `screens.${index}`,
      message: '그 화면이 없습니다. 목록에서 골라 주십시오.',
    });
  }
  return problems;
}
