import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, headlessPath } from './chromium.ts';

/** The tests' Chromium, headless and quiet. `flags` are added. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: headlessPath(), args: [...chromiumFlags, ...flags] });
}
