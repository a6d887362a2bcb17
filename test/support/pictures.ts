/**
 * `npm run pictures [-- PART OF A NAME]`: every slide template and the shipped content on boards of every
 * size, and every page of the console on a phone and on a desk, into test/pictures.
 */
import { resolve } from 'node:path';
import { setUp } from './console-session.ts';
import { startController, temporaryFolder } from './controller-process.ts';
import { renderBoards } from './pictures-board.ts';
import { renderConsole } from './pictures-console.ts';

const outDir = resolve(import.meta.dirname, '../pictures');
const [only = ''] = process.argv.slice(2);
const folder = temporaryFolder();
const controller = await startController({ dataDir: folder.path });
const boardUrl = controller.link('/board#pair=');
const { cookie } = await setUp(controller);
const files = [
  ...(await renderBoards(resolve(outDir, 'board'), only)),
  ...(await renderConsole({
    origin: controller.origin,
    cookie,
    outDir: resolve(outDir, 'console'),
    only,
    ...(boardUrl === undefined ? {} : { boardUrl }),
  })),
];
await controller.stop();
folder.remove();
console.log(files.join('\n'));
