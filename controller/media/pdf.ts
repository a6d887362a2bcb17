import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PDF_PAGES, MAX_PHOTO_PIXELS } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import type { MadePicture, Tell } from './job.ts';
import { picturePixels } from './picture.ts';

/** Longest side of a page. Drawn, not decoded: more would only cost time. */
const LONGEST_SIDE_PX = 2560;

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
/** The part of the library's own canvas that is needed; its types are those of a browser. */
interface PageCanvas {
  readonly canvas: { data(): Uint8Array };
  readonly context: object;
}
interface CanvasFactory {
  create(width: number, height: number): PageCanvas;
  destroy(canvas: PageCanvas): void;
}

/**
 * The pages of the PDF at `path` as pictures in `folder`, in their order, on white.
 * @throws Refusal `unreadable-media` (broken, locked by a password), `too-large` (more than `MAX_PDF_PAGES`).
 */
export async function readPdf(
  path: string,
  folder: string,
  tell: Tell,
): Promise<readonly MadePicture[]> {
  const document = await open(path);
  try {
    if (document.numPages > MAX_PDF_PAGES)
      throw new Refusal(
        'too-large',
        `PDF가 ${document.numPages}쪽입니다. ${MAX_PDF_PAGES}쪽 이하로 나누어 올려 주십시오.`,
      );
    const pages: MadePicture[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await drawPage(document, number, folder));
      tell({ part: number / document.numPages });
    }
    return pages;
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(path: string): Promise<Document> {
  const library = dirname(findPackageJSON('pdfjs-dist', import.meta.url) ?? '');
  const within = (name: string) => `${join(library, name)}/`;
  try {
    return await getDocument({
      data: new Uint8Array(await readFile(path)),
      cMapUrl: within('cmaps'),
      standardFontDataUrl: within('standard_fonts'),
      wasmUrl: within('wasm'),
      iccUrl: within('iccs'),
      isEvalSupported: false,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: MAX_PHOTO_PIXELS,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    throw asRefusal(error);
  }
}

async function drawPage(document: Document, number: number, folder: string): Promise<MadePicture> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = LONGEST_SIDE_PX / Math.max(natural.width, natural.height);
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const factory = document.canvasFactory as CanvasFactory;
  const drawn = factory.create(width, height);
  try {
    const { canvas, context } = drawn as { canvas: never; context: never };
    await page.render({ canvas, canvasContext: context, viewport, background: '#ffffff' }).promise;
    return await picturePixels(drawn.canvas.data(), { width, height }, folder);
  } finally {
    factory.destroy(drawn);
    page.cleanup();
  }
}

function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && error.name === 'PasswordException')
    return new Refusal(
      'unreadable-media',
      '비밀번호로 잠긴 PDF입니다. 비밀번호를 풀어 다시 올려 주십시오.',
    );
  return new Refusal(
    'unreadable-media',
    'PDF를 읽을 수 없습니다. 파일이 깨졌거나 다 받아지지 않았습니다. 다시 저장하여 올려 주십시오.',
  );
}
