import { Refusal } from '../../shared/problem.ts';
import type { Context } from '../usecases/context.ts';
import { readBoard } from '../usecases/read-board.ts';
import { heldByScreen } from '../usecases/read-plan.ts';
import type { Caller, Handlers } from './handler.ts';

/** What a board pulls with its token: only its own. */
export function deviceHandlers(context: Context): Handlers<'pullManifest' | 'pullBoard'> {
  return {
    pullManifest: (call) => Promise.resolve().then(() => heldByScreen(context, screenOf(call))),
    pullBoard: (call) => readBoard(context, screenOf(call)),
  };
}

function screenOf({ device }: Caller): string {
  if (device) return device.screenId;
  throw new Refusal('unauthenticated', '연결이 끊긴 보드입니다. 화면을 다시 연결해 주십시오.');
}
