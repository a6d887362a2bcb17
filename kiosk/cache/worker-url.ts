/** The script addresses that the page may hand to the browser as code, under Trusted Types. */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/** Named in the controller's Content-Security-Policy. */
const POLICY = 'plaza-worker';

/**
 * Answers a function that vouches for these addresses, and for no others. To be called once: a policy's name is
 * taken then. `trustedTypes` is undefined where the browser knows none.
 */
export function workerUrls(
  trustedTypes: unknown,
  allowed: readonly string[],
): (url: string) => string {
  if (!trustedTypes) return (url) => url;
  const policy = (trustedTypes as TrustedTypes).createPolicy(POLICY, {
    createScriptURL: (url) => {
      if (!allowed.includes(url)) throw new TypeError('not a worker of the board');
      return url;
    },
  });
  // A TrustedScriptURL, which the DOM types of this TypeScript do not know yet.
  return (url) => policy.createScriptURL(url) as string;
}
