/**
 * What runs where: unit and apart (Node), browser and browser-apart (Lit elements in Chromium), e2e (Node
 * driving the built pages), faults (the same while something breaks). Zone UTC everywhere, so that no test leans
 * on the machine's.
 */
import { playwright } from '@vitest/browser-playwright';
import { resolve } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration as Project } from 'vitest/config';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';

const root = resolve(import.meta.dirname, '../..');
process.env.TZ = 'UTC';
/** On two busy cores a browser is now and then starved past a test's patience. */
const retry = process.env.CI ? 1 : 0;
/** What is waited for comes as soon as it does; on a busy machine that may be late. */
const patient = { poll: { timeout: 10_000 } };
/** Tests that drive pages, and share nothing but what they import. Much of their time they wait for a board. */
const driving = { maxWorkers: 3, isolate: false, sequence: { groupOrder: 1 } };

const BROWSER_TESTS = 'test/**/*.browser.test.ts';
/** One asks which typefaces its page has loaded so far; the other drags where its page lies in the window. */
const OWN_PAGE_TESTS = [
  'test/shared/slides/fonts.browser.test.ts',
  'test/controller/console/pages/console-calendar.browser.test.ts',
];
const E2E_TESTS = 'test/e2e/**/*.test.ts';
const FAULT_TESTS = 'test/faults/**/*.test.ts';
const FIRST_START = resolve(root, 'test/support/first-start.ts');
/** Puts another module in a module's place, for good: it has a worker of its own. */
const APART_TESTS = 'test/kiosk/schema/small-zod.test.ts';

/** Pages of one browser, each of which takes file after file unless they are isolated. */
function inBrowser(test: Project['test'] & { readonly name: string }): Project {
  return {
    root,
    cacheDir: resolve(root, `node_modules/.vite-${test.name}-tests`),
    publicDir: false,
    test: {
      ...test,
      expect: patient,
      testTimeout: 60_000,
      // It takes one less than there are cores unless told.
      maxWorkers: 2,
      provide: { allSlideCases: process.env.TEST_SLIDES === 'all' },
      retry,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { executablePath: chromiumPath(), args: [...chromiumFlags] },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig({
  root,
  test: {
    reporters: process.env.CI ? ['dot', resolve(root, 'test/config/closing-line.ts')] : ['default'],
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [BROWSER_TESTS, E2E_TESTS, FAULT_TESTS, APART_TESTS],
          environment: 'node',
          expect: patient,
          testTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'apart',
          include: [APART_TESTS],
          environment: 'node',
          expect: patient,
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      inBrowser({
        name: 'browser',
        exclude: [E2E_TESTS, FAULT_TESTS, ...OWN_PAGE_TESTS],
        include: [BROWSER_TESTS],
        setupFiles: resolve(root, 'test/support/empty-page.ts'),
        isolate: false,
      }),
      inBrowser({ name: 'browser-apart', include: OWN_PAGE_TESTS, isolate: true }),
      {
        root,
        test: {
          name: 'e2e',
          include: [E2E_TESTS],
          globalSetup: FIRST_START,
          environment: 'node',
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry,
          ...driving,
        },
      },
      {
        root,
        test: {
          name: 'faults',
          include: [FAULT_TESTS],
          globalSetup: FIRST_START,
          environment: 'node',
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry,
          ...driving,
        },
      },
    ],
  },
});
