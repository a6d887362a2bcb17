/**
 * `npm run contact-sheet [-- PART OF A LABEL …]`: all of slide-cases.ts in pictures of some sixty slides each, into
 * test/pictures/contact-sheet. With words, only the cases whose subject or label contains each of them, into a folder
 * of their own.
 */
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from './browser.ts';
import type * as ContactStrip from './contact-strip.ts';
import { startModuleServer } from './module-server.ts';
import { caseSizes, slideCases, type SlideCase } from './slide-cases.ts';

const SLIDES_PER_SHEET = 60;

interface Strip {
  readonly png: Buffer;
  readonly slides: number;
}

const words = process.argv.slice(2);
const outDir = resolve(import.meta.dirname, '../pictures/contact-sheet', words.join('-'));
const wanted = slideCases.filter(({ subject, label }) =>
  words.every((word) => `${subject} ${label}`.includes(word)),
);
await rm(outDir, { recursive: true, force: true });
await mkdir(outDir, { recursive: true });
const server = await startModuleServer();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 3840, height: 2160 } });
  await page.goto(server.blankPage);
  let total = 0;
  for (const [widthPx, heightPx] of caseSizes) {
    const cases = wanted.filter(({ scene: { geometry } }) => geometry.widthPx === widthPx);
    const strips = await drawStrips(page, cases);
    total += strips.reduce((sum, { slides }) => sum + slides, 0);
    for (const [index, sheet] of sheetsOf(strips).entries()) {
      const file = resolve(outDir, `${widthPx}x${heightPx}-${index + 1}.png`);
      await writeSheet(sheet, file);
      console.log(file);
    }
  }
  console.log(`${total} slides`);
} finally {
  await browser.close();
  await server.stop();
}

async function drawStrips(page: Page, cases: readonly SlideCase[]): Promise<readonly Strip[]> {
  const strips: Strip[] = [];
  for (const [, ofSubject] of Map.groupBy(cases, ({ subject }) => subject)) {
    const slides = await page.evaluate(
      async ([some, layout]) => {
        const module = '/test/support/contact-strip.ts';
        const strip = (await import(/* @vite-ignore */ module)) as typeof ContactStrip;
        return strip.drawStrip(some, layout);
      },
      [ofSubject, layoutFor(ofSubject)] as const,
    );
    strips.push({ png: await page.locator('section.strip').screenshot(), slides });
  }
  return strips;
}

/** Three lengths by two forms in a row; a tall board takes both languages too. */
function layoutFor([first]: readonly SlideCase[]): ContactStrip.StripLayout {
  const { widthPx = 1, heightPx = 1 } = first?.scene.geometry ?? {};
  if (heightPx > widthPx) return { cellWidthPx: 300, columns: 12 };
  return { cellWidthPx: Math.min(widthPx, 600), columns: 6 };
}

/** Whole strips, as many as make up a sheet. */
function sheetsOf(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const sheets: Strip[][] = [];
  let room = 0;
  for (const strip of strips) {
    if (room <= 0) {
      sheets.push([]);
      room = SLIDES_PER_SHEET;
    }
    sheets.at(-1)?.push(strip);
    room -= strip.slides;
  }
  return sheets;
}

async function writeSheet(strips: readonly Strip[], file: string): Promise<void> {
  let [width, top] = [1, 0];
  const layers = [];
  for (const { png } of strips) {
    const size = await sharp(png).metadata();
    layers.push({ input: png, left: 0, top });
    width = Math.max(width, size.width);
    top += size.height;
  }
  const create = { width, height: top, channels: 3, background: '#4a4d52' } as const;
  await sharp({ create }).composite(layers).png({ compressionLevel: 6 }).toFile(file);
}
