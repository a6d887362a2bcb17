import type { DayEffect } from '../../shared/schedule/effect.ts';
import type { Context } from '../usecases/context.ts';
import { explainBooking } from '../usecases/explain-booking.ts';
import { extendBooking } from '../usecases/extend-booking.ts';
import { listPromises } from '../usecases/list-promises.ts';
import { readEffect } from '../usecases/read-effect.ts';
import { readMoment } from '../usecases/read-moment.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** What is asked of the plan: a booking's effect, why and when it plays, any second of a board, promises. */
export function planQuestionHandlers(
  context: Context,
): Handlers<'readEffect' | 'explainBooking' | 'readMoment' | 'listPromises' | 'extendBooking'> {
  return {
    readEffect: async (call) => {
      const { plans, unapprovedSlideIds } = await readEffect(
        context,
        signedIn(call).person,
        call.body,
      );
      return {
        unapprovedSlideIds,
        plans: plans.map(({ screenIds, days }) => ({
          screenIds: [...screenIds],
          days: days.map(asSent),
        })),
      };
    },
    explainBooking: ({ params, query }) => explainBooking(context, { ...params, ...query }),
    readMoment: ({ params, query }) => readMoment(context, { ...params, ...query }),
    listPromises: ({ query }) => listPromises(context, query.date),
    extendBooking: (call) =>
      extendBooking(context, signedIn(call).person, { ...call.params, ...call.body }),
  };
}

function asSent(day: DayEffect) {
  const { alike, others, fullHours, freeWindows } = day;
  return {
    ...day,
    ...{ alike: [...alike], others: [...others] },
    ...{ fullHours: [...fullHours], freeWindows: [...freeWindows] },
  };
}
