/** What a controller does to a manifest, for tests: replace entities, plan anew, and say so in a patch. */
import type {
  Claims,
  Manifest,
  ManifestPatch,
  ShowNow,
  Slot,
} from '../../shared/protocol/manifest.ts';
import { manifestHash } from '../../shared/protocol/manifest-hash.ts';
import { carryOver } from '../../shared/schedule/carry.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { stitch } from '../../shared/schedule/stitch.ts';

type Lists = Pick<Manifest, 'organizations' | 'shops' | 'slides' | 'bookings'>;

export interface Replan {
  readonly effectiveAt: number;
  readonly showNow?: ShowNow | null;
  readonly claims?: Claims;
}

/** The next revision of `held` with the given lists and calendar, its plan made anew. */
export function changed(
  held: Manifest,
  entities: Partial<Lists & Pick<Manifest, 'calendar'>>,
  { effectiveAt, showNow = null, claims }: Replan,
): Manifest {
  const next = { ...held, ...entities, revision: held.revision + 1 };
  return { ...next, carry: carryOver({ held, next, effectiveAt, showNow, claims }) };
}

/** The patch from `before` to `after`; `replan` null leaves the slots as they are. */
export function patchOf(before: Manifest, after: Manifest, replan: Replan | null): ManifestPatch {
  const put = <K extends keyof Lists>(kind: K): Lists[K] =>
    (after[kind] as { id: string }[]).filter(
      (one) => !(before[kind] as { id: string }[]).includes(one),
    ) as Lists[K];
  const drop = (kind: keyof Lists): string[] => {
    const kept = new Set(after[kind].map(({ id }) => id));
    return before[kind].map(({ id }) => id).filter((id) => !kept.has(id));
  };
  return {
    manifestId: after.id,
    from: before.revision,
    to: after.revision,
    calendar: before.calendar === after.calendar ? null : after.calendar,
    put: {
      organizations: put('organizations'),
      shops: put('shops'),
      slides: put('slides'),
      bookings: put('bookings'),
    },
    drop: {
      organizations: drop('organizations'),
      shops: drop('shops'),
      slides: drop('slides'),
      bookings: drop('bookings'),
    },
    replan: replan && {
      effectiveAt: replan.effectiveAt,
      showNow: replan.showNow ?? null,
      ...(replan.claims && { claims: replan.claims }),
    },
    hash: manifestHash(after),
  };
}

/** The plan of record of `date` after `next` followed on `slots`. */
export function recorded(
  slots: readonly Slot[],
  next: Manifest,
  { date, effectiveAt }: { readonly date: string; readonly effectiveAt: number },
): readonly Slot[] {
  const { carry } = next;
  const fromMs = carry ? (carry.finishing?.startMs ?? carry.fromMs) : effectiveAt;
  return stitch(slots, dayPlan(next, date), fromMs);
}
