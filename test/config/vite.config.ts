/**
 * What is built: the two pages, which share no file, and the controller, whose hundreds of files would take
 * as long to load as everything else that it does at its start.
 */
import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { serviceWorker } from './vite-service-worker.ts';
import { shortTemplates } from './vite-short-templates.ts';

const root = resolve(import.meta.dirname, '../..');

/** Found at run time: they have native parts, or are needed by few. */
const UNBUILT = ['sharp', '@node-rs/argon2', 'rrule-temporal', 'nodemailer'];

const controller: UserConfig = {
  root,
  publicDir: false,
  ssr: { noExternal: true, external: UNBUILT },
  build: {
    ssr: 'controller/main.ts',
    outDir: resolve(root, 'dist/controller'),
    emptyOutDir: true,
    target: 'node24',
  },
};

/** One file, so that a board's PC needs nothing but Node and the browser. */
const launcher: UserConfig = {
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'kiosk/launcher/main.ts',
    outDir: resolve(root, 'dist/launcher'),
    emptyOutDir: true,
    target: 'node24',
  },
};

/** The board parses with what it needs of zod, and no more. */
const SMALL_ZOD = resolve(root, 'kiosk/schema/small-zod.ts');

export default defineConfig(({ mode }) => {
  if (mode === 'controller') return controller;
  if (mode === 'launcher') return launcher;
  const page = mode === 'console' ? 'console' : 'kiosk';
  return {
    root: resolve(root, page === 'console' ? 'controller/console' : 'kiosk'),
    base: page === 'console' ? '/console/' : '/board/',
    cacheDir: resolve(root, `node_modules/.vite-${page}`),
    publicDir: false,
    resolve: { alias: page === 'kiosk' ? { 'zod/mini': SMALL_ZOD } : {} },
    plugins: page === 'kiosk' ? [shortTemplates(), serviceWorker()] : [],
    build: {
      outDir: resolve(root, 'dist', page),
      emptyOutDir: true,
      target: 'chrome120',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // The console's pages are one file, which a browser keeps; its calendar comes when it is opened.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        onLog(level, log, report) {
          // Such as a function that the board's small zod lacks.
          if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message);
          report(level, log);
        },
      },
    },
  };
});
