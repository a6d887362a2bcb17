/** What things are called today, by their ids. */
import { titleOf } from '../../../shared/content/slide.ts';
import type { Watchable } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';

/** What `nameToday` reads, to be watched. */
export function nameSources(desk: Desk): Watchable[] {
  return [
    ...[desk.slides, desk.screens, desk.bookings, desk.shops],
    ...[desk.organizations, desk.people],
  ];
}

/** The name of whatever has the id; undefined where the desk holds nothing by it. */
export function nameToday(desk: Desk, id: string): string | undefined {
  const byId = <T extends { readonly id: string }>(all: readonly T[] | undefined) =>
    all?.find((one) => one.id === id);
  const view = desk.slides.value?.find(({ slide }) => slide.id === id);
  if (view) return titleOf(view.latest.content);
  return (
    desk.screens.value?.find(({ screen }) => screen.id === id)?.screen.name ??
    byId(desk.bookings.value)?.name ??
    byId(desk.shops.value)?.name.ko ??
    byId(desk.organizations.value)?.name.ko ??
    byId(desk.people.value)?.displayName
  );
}
