import type { Context } from '../usecases/context.ts';
import { createShop } from '../usecases/create-shop.ts';
import { listShops } from '../usecases/list-shops.ts';
import { saveShop } from '../usecases/save-shop.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function shopHandlers(context: Context): Handlers<'listShops' | 'createShop' | 'saveShop'> {
  return {
    listShops: () => listShops(context),
    createShop: (call) => createShop(context, signedIn(call).person, call.body),
    saveShop: (call) => saveShop(context, signedIn(call).person, { ...call.params, ...call.body }),
  };
}
