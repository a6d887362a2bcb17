/** Renders what the board shows into PNG files, for people to look at. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Glass } from '../../shared/protocol/events.ts';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import { announcements } from './board-announcements.ts';
import { contentScene, contentSlides } from './board-content.ts';
import { longSlides, sceneData, shortSlides, type SceneData } from './board-samples.ts';
import { launchBrowser } from './browser.ts';
import { startModuleServer } from './module-server.ts';

const root = resolve(import.meta.dirname, '../..');
const SIZES = [
  { name: 'wide', widthPx: 1920, heightPx: 1080 },
  { name: 'tall', widthPx: 1080, heightPx: 1920 },
  { name: 'square', widthPx: 1080, heightPx: 1080 },
  { name: 'medium', widthPx: 960, heightPx: 480 },
  { name: 'strip', widthPx: 320, heightPx: 960 },
  { name: 'uhd', widthPx: 3840, heightPx: 2160 },
  { name: 'wall', widthPx: 600, heightPx: 300 },
  { name: 'small', widthPx: 360, heightPx: 260 },
] as const;
/** The whole content at every size would be more than anybody looks at. */
const CONTENT_SIZES: readonly string[] = ['wide', 'tall', 'wall'];

interface Shot {
  readonly name: string;
  readonly scene: SceneData;
  readonly slide: ManifestSlide | null;
  readonly announcement: Announcement | null;
  readonly layer: Glass['layer'];
  readonly page: number;
}

/**
 * Writes one PNG for each sample, each slide of `content/` and each size into `outDir`, which is made where
 * missing. `only` keeps the names that contain it. Starts and stops its own server and browser.
 */
export async function renderBoards(outDir: string, only = ''): Promise<readonly string[]> {
  await mkdir(outDir, { recursive: true });
  const server = await startModuleServer();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.blankPage);
    const files: string[] = [];
    for (const shot of [...sampleShots(), ...contentShots()].filter(({ name }) =>
      name.includes(only),
    )) {
      const { widthPx, heightPx } = shot.scene.geometry;
      await page.setViewportSize({ width: widthPx, height: heightPx });
      await draw(page, shot);
      const path = resolve(outDir, `${shot.name}.png`);
      await page.screenshot({ path });
      files.push(path);
    }
    return files;
  } finally {
    await browser.close();
    await server.stop();
  }
}

function contentShots(): readonly Shot[] {
  const slides = contentSlides();
  const sizes = SIZES.filter(({ name }) => CONTENT_SIZES.includes(name));
  return sizes.flatMap(({ name, widthPx, heightPx }) => {
    const scene = contentScene(widthPx, heightPx);
    return slides.map((slide) => ({
      name: `content-${name}-${slide.id}`,
      scene,
      slide,
      announcement: null,
      layer: 'slot' as const,
      page: 0,
    }));
  });
}

function sampleShots(): readonly Shot[] {
  return SIZES.flatMap(({ name: size, widthPx, heightPx }) => {
    const scene = sceneData(widthPx, heightPx);
    const none = { scene, slide: null, announcement: null, page: 0 };
    const slides = [
      ...Object.entries(shortSlides),
      ...Object.entries(longSlides).map(([name, slide]) => [`${name}-long`, slide] as const),
    ].map(([name, slide]) => ({ ...none, name: `${size}-${name}`, slide, layer: 'slot' as const }));
    const alerts = Object.entries(announcements).map(([name, announcement]) => ({
      ...none,
      name: `${size}-${name}`,
      announcement,
      layer: name === 'important' ? ('important' as const) : ('emergency' as const),
    }));
    const second = alerts
      .filter(({ name }) => name.endsWith('-long'))
      .map((shot) => ({ ...shot, name: `${shot.name}-2`, page: 1 }));
    const clear = alerts
      .slice(0, 1)
      .map((shot) => ({ ...shot, name: `${size}-all-clear`, layer: 'all-clear' as const }));
    return [...slides, ...alerts, ...second, ...clear];
  });
}

async function draw(page: Page, shot: Shot): Promise<void> {
  await page.evaluate(async ({ scene, slide, announcement, layer, page: number }) => {
    const module = '/shared/slides/plaza-preview.ts';
    await import(/* @vite-ignore */ module);
    const preview = document.createElement('plaza-preview');
    const loadPicture = async (name: string) => {
      const image = new Image();
      image.src = `/content/pictures/${name}.svg`;
      await image.decode();
      return createImageBitmap(image);
    };
    document.body.style.margin = '0';
    Object.assign(preview, { scene: { ...scene, loadPicture }, slide, announcement, layer });
    preview.page = number;
    preview.slotStartMs = scene.at - 9000;
    preview.slotEndMs = scene.at + 6000;
    document.body.replaceChildren(preview);
    await preview.ready;
    for (const frame of [1, 2]) {
      await new Promise((done) => requestAnimationFrame(() => done(frame)));
    }
  }, shot);
}

if (import.meta.main) {
  const files = await renderBoards(resolve(root, 'test/pictures/board'), process.argv[2] ?? '');
  process.stdout.write(`${files.join('\n')}\n`);
}
