import type { BrowserContext } from 'playwright-core';

/** Puts the cookies of a session, as a header names them, into a browser; an empty text is none. */
export async function putCookies(
  context: BrowserContext,
  { origin, cookie }: { readonly origin: string; readonly cookie: string },
): Promise<void> {
  const cookies = cookie.split('; ').map((one) => {
    const [name = '', value = ''] = one.split('=');
    return { name, value, url: origin };
  });
  await context.addCookies(cookies.filter(({ name }) => name !== ''));
}
