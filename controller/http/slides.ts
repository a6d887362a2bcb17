import { approveSlide } from '../usecases/approve-slide.ts';
import type { Context } from '../usecases/context.ts';
import { createSlide } from '../usecases/create-slide.ts';
import { listSlides } from '../usecases/list-slides.ts';
import { readSlide } from '../usecases/read-slide.ts';
import { rejectSlide } from '../usecases/reject-slide.ts';
import { saveSlide } from '../usecases/save-slide.ts';
import { submitSlide } from '../usecases/submit-slide.ts';
import { withdrawSlide } from '../usecases/withdraw-slide.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function slideHandlers(
  context: Context,
): Handlers<
  | 'listSlides'
  | 'readSlide'
  | 'createSlide'
  | 'saveSlide'
  | 'submitSlide'
  | 'approveSlide'
  | 'rejectSlide'
  | 'withdrawSlide'
> {
  return {
    listSlides: () => listSlides(context),
    readSlide: ({ params }) => readSlide(context, params.slideId),
    createSlide: (call) => createSlide(context, signedIn(call).person, call.body),
    saveSlide: (call) =>
      saveSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
    submitSlide: (call) =>
      submitSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
    approveSlide: (call) =>
      approveSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
    rejectSlide: (call) =>
      rejectSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
    withdrawSlide: (call) =>
      withdrawSlide(context, signedIn(call).person, { ...call.params, ...call.body }),
  };
}
