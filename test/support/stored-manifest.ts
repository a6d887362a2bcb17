/** The records from which a controller makes a given manifest. */
import type { Records } from '../../controller/store/store.ts';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import { weekdayOf } from '../../shared/time.ts';
import { aBooking, anOrganization, aPerson, aRevision, aScreen, aShop, aSlide } from './values.ts';

export interface BoardSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const SCREENS = ['board', 'board-2'];

/**
 * Fills an empty store: bookings run every day, the screens `board` and `board-2` are open as in the
 * manifest's first week, and `admin` and `second-officer` may do everything.
 */
export async function storeManifest(
  manifest: Manifest,
  size: BoardSize,
  records: Records,
): Promise<void> {
  for (const organization of manifest.organizations) {
    const { id, kind, name, byline, accent, sharePercent } = organization;
    const fields = { id, kind, name, byline, accent, sharePercent };
    await records.organizations.put(anOrganization(fields));
  }
  for (const { id, name, trade } of manifest.shops)
    await records.shops.put(aShop({ id, name, organizationId: 'association', trade }));
  await storeSlides(manifest, records);
  for (const booking of manifest.bookings) {
    const { id, organizationId, shopId, slideIds, fromMinute, toMinute } = booking;
    const { weight, promisedPlaysPerDay } = booking;
    await records.bookings.put(
      aBooking({
        ...{ id, organizationId, shopId, slideIds, fromMinute, toMinute },
        ...{ weight, promisedPlaysPerDay },
      }),
    );
  }
  for (const id of SCREENS)
    await records.screens.put(aScreen({ id, ...size, week: weekOf(manifest.calendar) }));
  await records.people.put(aPerson({ id: 'admin' }));
  await records.people.put(aPerson({ id: 'second-officer' }));
}

async function storeSlides(manifest: Manifest, records: Records): Promise<void> {
  for (const slide of manifest.slides) {
    const { id, revisionId, organizationId, shopId, content, dwellMs } = slide;
    await records.slides.put(
      aSlide({
        ...{ id, organizationId, shopId, state: 'approved' },
        house: manifest.calendar.houseSlideIds.includes(id),
        latestRevisionId: revisionId,
        approvedRevisionId: revisionId,
      }),
    );
    const revision = { id: revisionId, slideId: id, content, dwellSeconds: dwellMs / 1000 };
    await records.revisions.add(aRevision(revision));
  }
}

/** Sunday first. */
function weekOf({ firstDate, hours }: Manifest['calendar']): Manifest['calendar']['hours'] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const index = (weekday - weekdayOf(firstDate) + 7) % 7;
    return hours[index] ?? null;
  });
}
