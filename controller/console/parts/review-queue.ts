/** [V17] What one person goes through: an order that does not jump while they do. Pure. */
import { mayDo, type Person } from '../../../shared/content/person.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import type { Desk } from '../link/desk.ts';
import { secondReasonsOf } from './second-person.ts';

/** What waits for this person, the oldest first; without what only another may approve [V10]. */
export function waitingFor(
  desk: Desk,
  me: Person,
  views: readonly SlideView[],
): readonly SlideView[] {
  return views
    .filter(({ slide }) => slide.state === 'submitted' && mayDo(me, 'slide.approve', slide))
    .filter(({ slide, latest }) => {
      const isOwn = latest.createdBy === me.id;
      return !isOwn || secondReasonsOf(desk, { ...slide, content: latest.content }).length === 0;
    })
    .toSorted(
      (a, b) => a.slide.updatedAt - b.slide.updatedAt || (a.slide.id < b.slide.id ? -1 : 1),
    );
}

/** `order` with what came meanwhile at its end; nothing leaves it. */
export function joined(order: readonly string[], waiting: readonly SlideView[]): readonly string[] {
  const known = new Set(order);
  const fresh = waiting.map(({ slide }) => slide.id).filter((id) => !known.has(id));
  return fresh.length === 0 ? order : [...order, ...fresh];
}

/** The next that waits after `from`, around the end to the beginning; undefined when none does. */
export function nextWaiting(
  order: readonly string[],
  from: number,
  isWaiting: (id: string) => boolean,
): string | undefined {
  const turned = [...order.slice(from + 1), ...order.slice(0, from + 1)];
  return turned.find(isWaiting);
}
