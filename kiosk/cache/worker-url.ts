/** The one script address that the page may hand to the browser as code, under Trusted Types. */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/** Named in the controller's Content-Security-Policy. */
const POLICY = 'plaza-worker';
const WORKER = '/board/sw.js';

/** The service worker's address; `trustedTypes` is undefined where the browser knows none. */
export function workerUrl(trustedTypes: unknown): string {
  if (!trustedTypes) return WORKER;
  const policy = (trustedTypes as TrustedTypes).createPolicy(POLICY, {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError('not the worker of the board');
      return url;
    },
  });
  // A TrustedScriptURL, which the DOM types of this TypeScript do not know yet.
  return policy.createScriptURL(WORKER) as string;
}
