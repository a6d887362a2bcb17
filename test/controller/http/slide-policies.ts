/** The part of the policy that is about slides and their approval. */
import { noticeContent } from '../../support/values.ts';
import { each, content, onSlide, slideOf, slides } from './policy-calls.ts';
import { everybody, type Policy } from './policy.ts';
import { places } from './rights-grid.ts';

export const slidePolicies = {
  listSlides: everybody,
  readSlide: { ...everybody, at: slides },
  readScans: { ...everybody, at: slides },
  createSlide: {
    needs: 'slide.write',
    at: each(['guild', 'bakery', 'noodle-bar', 'office'], (place) => ({
      body: { ...places[place], content: noticeContent('\u{13000}'), dwellSeconds: 15 },
    })),
  },
  saveSlide: { needs: 'slide.write', at: onSlide({ content, dwellSeconds: 15 }) },
  submitSlide: { needs: 'slide.write', at: onSlide() },
  approveSlide: {
    needs: 'slide.approve',
    at: onSlide({ contentHash: '0'.repeat(64), checklist: true }),
  },
  rejectSlide: { needs: 'slide.approve', at: onSlide({ reason: '글씨' }) },
  takeBackReview: { needs: 'slide.approve', at: onSlide() },
  withdrawSlide: { needs: 'slide.approve', at: onSlide() },
  showSlideNow: {
    needs: 'slide.show-now',
    at: each(['guild', 'bakery', 'noodle-bar', 'office'], (place) => ({
      ...{ params: { slideId: slideOf[place] }, body: { screens: ['nowhere'] } },
    })),
  },
  listReviewNotes: { needs: 'session' },
  dismissReviewNote: { needs: 'session', sent: { params: { noteId: 'nothing' } } },
  listUnapproved: everybody,
  readWithdrawals: { ...everybody, at: slides },
  readShopSlides: { ...everybody, sent: { params: { shopId: 'bakery' } } },
} satisfies Record<string, Policy>;
