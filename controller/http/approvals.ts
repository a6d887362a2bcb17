import type { Context } from '../usecases/context.ts';
import { listUnapproved } from '../usecases/list-unapproved.ts';
import { readShopSlides } from '../usecases/read-shop-slides.ts';
import { readWithdrawals } from '../usecases/read-withdrawals.ts';
import { dismissReviewNote, listReviewNotes } from '../usecases/review-notes.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** Who is told of reviews, what is late for one, and what became of withdrawals and of a shop's slides. */
export function approvalHandlers(
  context: Context,
): Handlers<
  'listReviewNotes' | 'dismissReviewNote' | 'listUnapproved' | 'readWithdrawals' | 'readShopSlides'
> {
  return {
    listReviewNotes: (call) => listReviewNotes(context, signedIn(call).person),
    dismissReviewNote: (call) =>
      dismissReviewNote(context, signedIn(call).person, call.params.noteId),
    listUnapproved: () => listUnapproved(context),
    readWithdrawals: ({ params }) => readWithdrawals(context, params.slideId),
    readShopSlides: ({ params }) => readShopSlides(context, params.shopId),
  };
}
