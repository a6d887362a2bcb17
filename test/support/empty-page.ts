/** Files share a page of the browser: each finds it as the first one did. */
import { beforeAll } from 'vitest';
import { page } from 'vitest/browser';

/** Of a page that nobody has sized. */
const VIEWPORT = [414, 896] as const;

beforeAll(async () => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.lang = '';
  document.adoptedStyleSheets = [];
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
  await page.viewport(...VIEWPORT);
});
