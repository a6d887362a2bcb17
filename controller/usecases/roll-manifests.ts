import type { ChangedEntities, Context } from './context.ts';

const nothing: ChangedEntities = {
  organizations: new Map(),
  shops: new Map(),
  slides: new Map(),
  bookings: new Map(),
  screens: new Map(),
  placeCalendars: new Map(),
};

/**
 * Builds every manifest again, so that its days reach on from today and special days that have come near are
 * in it. Boards hear of it only where something differs; nothing is audited, since nobody decided anything.
 */
export async function rollManifests(context: Context): Promise<object | null> {
  const push = await context.store.transact((records) =>
    context.manifests.stage(records, {
      kinds: new Set(['screens']),
      changed: nothing,
      at: context.now(),
      showNow: null,
    }),
  );
  context.manifests.release(push);
  return push.revisionByScreen.size === 0 ? null : { screens: push.revisionByScreen.size };
}
