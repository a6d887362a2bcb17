import { approveSlide } from '../usecases/approve-slide.ts';
import type { Site } from '../people/site.ts';
import type { Context } from '../usecases/context.ts';
import { createSlide } from '../usecases/create-slide.ts';
import { listSlides } from '../usecases/list-slides.ts';
import { readScans } from '../usecases/read-scans.ts';
import { readSlide } from '../usecases/read-slide.ts';
import { rejectSlide } from '../usecases/reject-slide.ts';
import { saveSlide } from '../usecases/save-slide.ts';
import { submitSlide } from '../usecases/submit-slide.ts';
import { takeBackReview } from '../usecases/take-back-review.ts';
import { withdrawSlide } from '../usecases/withdraw-slide.ts';
import type { Alerts } from '../watch/alerts.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function slideHandlers(
  context: Context,
  { publicUrl }: Pick<Site, 'publicUrl'>,
  alerts: Alerts,
): Handlers<
  | 'listSlides'
  | 'readSlide'
  | 'readScans'
  | 'createSlide'
  | 'saveSlide'
  | 'submitSlide'
  | 'approveSlide'
  | 'rejectSlide'
  | 'takeBackReview'
  | 'withdrawSlide'
> {
  const house = { context, alerts };
  return {
    listSlides: () => listSlides(context),
    readSlide: ({ params }) => readSlide(context, params.slideId),
    readScans: ({ params }) => readScans(context, params.slideId, publicUrl),
    createSlide: (call) => createSlide(context, signedIn(call).person, call.body),
    saveSlide: (call) =>
      saveSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
    submitSlide: (call) =>
      submitSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
    approveSlide: (call) =>
      approveSlide(house, signedIn(call).person, { ...call.params, ...call.body }),
    rejectSlide: (call) =>
      rejectSlide(house, signedIn(call).person, { ...call.params, ...call.body }),
    takeBackReview: (call) =>
      takeBackReview(context, signedIn(call).person, { ...call.params, ...call.body }),
    withdrawSlide: (call) =>
      withdrawSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
  };
}
