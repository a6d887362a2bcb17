import type { Person, Right } from '../../shared/content/person.ts';
import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import { change, type Change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';
import { moved } from './slide-rules.ts';
import { viewSlide } from './slide-view.ts';

/** Which slide, and the version that the person saw when deciding. */
export interface SlideRef {
  readonly slideId: string;
  readonly version: number;
}

/** A step between the states of a slide. */
export interface SlideMove {
  readonly right: Right;
  /** Of the audit row, such as `slide.approve`. */
  readonly action: string;
  /** Throws a `Refusal` where the person looked at something else than the latest revision. */
  readonly refuseUnseen?: (latest: SlideRevision) => void;
  /** What changes; throws a `Refusal` where the step is not allowed. */
  readonly step: (slide: Slide, latest: SlideRevision, move: InMove) => Promise<Moved>;
}

/** What changes of the slide, and what the audit row keeps beside it. */
export type Moved = Partial<Slide> & { readonly evidence?: object };

const NOBODY = { grants: [], disabled: true };

export interface InMove {
  readonly records: Records;
  readonly noted: Change;
  readonly at: EpochMs;
}

/** Takes one step: right (as it is by now [V6]), version, rules, save, audit. */
export async function moveSlide(
  context: Context,
  person: Person,
  { slideId, version, move }: SlideRef & { readonly move: SlideMove },
): Promise<SlideView> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.slides, slideId, '슬라이드를');
    requireRight((await records.people.get(person.id)) ?? NOBODY, move.right, before);
    const latest = await findOrRefuse(records.revisions, before.latestRevisionId, '판을');
    move.refuseUnseen?.(latest);
    refuseStale(before.version, version);
    const at = context.now();
    const { evidence, ...step } = await move.step(before, latest, { records, noted, at });
    const after = moved(before, step, at);
    await records.slides.put(after);
    noted.touch('slides');
    const told = { ...after, ...(evidence && { approval: evidence }) };
    noted.record({ action: move.action, subjectId: slideId, before, after: told });
    return viewSlide(records, after);
  });
  return value;
}
