/**
 * What a board's page holds after thousands of slides, against what it held after the first: its renderer's memory
 * (PSS), nodes and listeners. A real board on a clock that is turned, with pictures and films.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openMediaFiles } from '../../controller/media/media-files.ts';
import type { Manifest, ManifestSlide } from '../../shared/protocol/manifest.ts';
import { addDays } from '../../shared/time.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { footprintOf, type Footprint } from '../support/footprint.ts';
import { keepBytes } from '../support/keep-bytes.ts';
import { launchLeanBrowser } from '../support/lean-browser.ts';
import { aCalendar, openEveryDay, seoul, TEST_DATE } from '../support/manifest-builder.ts';
import { filmed, solid, testPicture } from '../support/media-files.ts';
import { boardDay } from '../support/plan-day.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';
import { median, type Bench } from './figure.ts';

/** The memory of pictures, films and type has its size by then. */
const FIRST = 200;
const LOOKS = 3;
/** Before the moment at which a film that stands still is given up. */
const FILM_STEP_MS = 3_000;

interface Files {
  readonly film: Buffer;
  readonly poster: Buffer;
}

/** Eight thousand take most of an hour. */
export function soak(slides: number): Bench {
  return async () => {
    const files = {
      film: await filmed(
        'webm',
        ...testPicture('640x360', 2),
        '-an',
        '-c:v',
        'libvpx',
        '-b:v',
        '1M',
      ),
      poster: await solid(640, 360).webp().toBuffer(),
    };
    const house = await startBoardHouse(withFilms(boardDay(), files), seoul('06:00'), {
      launch: launchLeanBrowser,
    });
    const stored = openMediaFiles(join(house.controller.dataDir, 'media'));
    for (const bytes of Object.values(files)) await keepBytes(stored, bytes);
    const board = await house.openBoard('board');
    await play(house, board, FIRST);
    const first = await look(board);
    await play(house, board, slides - FIRST);
    const last = await look(board);
    if (board.errors.length > 0) throw new Error(board.errors.join('\n'));
    await house.stop();
    const about = { limitName: `after the first ${FIRST}`, atMost: 1.05 };
    const of = (name: string) => `soak ${name}, ${slides} slides`;
    return [
      {
        ...{ name: of('memory'), ours: last.pssMegabytes, unit: 'MB', limit: first.pssMegabytes },
        ...about,
      },
      { name: of('nodes'), ours: last.nodes, unit: '', limit: first.nodes, ...about },
      { name: of('listeners'), ours: last.listeners, unit: '', limit: first.listeners, ...about },
    ];
  };
}

/** A single look may come while something that is let go in a moment still counts. */
async function look({ page }: SteppedBoard): Promise<Footprint> {
  const looks: Footprint[] = [];
  while (looks.length < LOOKS) looks.push(await footprintOf(page));
  const pssMegabytes = median(looks.map((one) => one.pssMegabytes));
  return { ...looks.at(-1)!, pssMegabytes };
}

/** The notices of the district are films, and the board is open all day. */
function withFilms(manifest: Manifest, { film, poster }: Files): Manifest {
  const video = {
    ...{ sha256: sha256(film), posterSha256: sha256(poster) },
    ...{ alt: { ko: '영상' }, durationMs: 2_000 },
  };
  const slides = manifest.slides.map((slide): ManifestSlide => {
    if (slide.organizationId !== 'district') return slide;
    return { ...slide, content: { template: 'video', title: null, video } };
  });
  return { ...manifest, slides, calendar: aCalendar({ hours: openEveryDay(0, 1440) }) };
}

/** The next `count` slots of the plan. */
async function play(house: BoardHouse, board: SteppedBoard, count: number): Promise<void> {
  const { clock } = house;
  let date = TEST_DATE;
  for (let played = 0; played < count;) {
    const next = house.plan(date).find(({ startMs }) => startMs > clock.at);
    if (!next) {
      date = addDays(date, 1);
      continue;
    }
    while (next.startMs - clock.at > FILM_STEP_MS) {
      await board.to(clock.at + FILM_STEP_MS);
      await board.page.evaluate(tellProgress);
    }
    await board.toSlot(next.startMs);
    await board.page.waitForFunction(isShown, next.slideId, { polling: 20 });
    played += 1;
  }
}

function isShown(slideId: string): boolean {
  return document.querySelector('plaza-board')?.dataset.slideId === slideId;
}

/** Films follow the machine's clock, and by it hardly any time has passed. */
function tellProgress(): void {
  const board = document.querySelector('plaza-board');
  for (const layer of board?.shadowRoot?.querySelectorAll('plaza-layer') ?? []) {
    const template = layer.shadowRoot?.querySelector('plaza-slide')?.shadowRoot?.firstElementChild;
    template?.shadowRoot?.querySelector('video')?.dispatchEvent(new Event('timeupdate'));
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
