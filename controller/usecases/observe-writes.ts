import type { Collection, Records } from '../store/store.ts';
import type { ChangedEntities } from './context.ts';

/** Records that write through and remember what boards may need of it: `changed` fills while they are used. */
export function observeWrites(records: Records): {
  readonly observed: Records;
  readonly changed: ChangedEntities;
} {
  const organizations = observe(records.organizations);
  const shops = observe(records.shops);
  const slides = observe(records.slides);
  const bookings = observe(records.bookings);
  const screens = observe(records.screens);
  const placeCalendars = observe(records.placeCalendars);
  return {
    observed: {
      organizations: organizations.collection,
      shops: shops.collection,
      slides: { ...records.slides, ...slides.collection },
      bookings: bookings.collection,
      screens: screens.collection,
      revisions: records.revisions,
      submissions: records.submissions,
      withdrawals: records.withdrawals,
      reviewNotes: records.reviewNotes,
      slidePlays: records.slidePlays,
      devices: records.devices,
      pairings: records.pairings,
      announcements: records.announcements,
      receipts: records.receipts,
      plays: records.plays,
      playDays: records.playDays,
      media: records.media,
      people: records.people,
      sessions: records.sessions,
      secrets: records.secrets,
      twoSteps: records.twoSteps,
      knownDevices: records.knownDevices,
      audit: records.audit,
      manifests: records.manifests,
      history: records.history,
      placeCalendars: placeCalendars.collection,
      feeds: records.feeds,
      scans: records.scans,
      troubles: records.troubles,
      alerts: records.alerts,
      alarms: records.alarms,
      boardReports: records.boardReports,
      boardProblems: records.boardProblems,
      settings: records.settings,
    },
    changed: {
      organizations: organizations.written,
      shops: shops.written,
      slides: slides.written,
      bookings: bookings.written,
      screens: screens.written,
      placeCalendars: placeCalendars.written,
    },
  };
}

function observe<T extends { readonly id: string }>(
  collection: Collection<T>,
): { readonly collection: Collection<T>; readonly written: ReadonlyMap<string, T> } {
  const written = new Map<string, T>();
  return {
    written,
    collection: {
      get: (id) => collection.get(id),
      all: () => collection.all(),
      put: async (value) => {
        await collection.put(value);
        written.set(value.id, value);
      },
    },
  };
}
