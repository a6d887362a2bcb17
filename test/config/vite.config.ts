/** Both pages: `vite build --app` writes dist/kiosk and dist/console; they share no file. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { serviceWorker } from './vite-service-worker.ts';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig(({ mode }) => {
  const page = mode === 'console' ? 'console' : 'kiosk';
  return {
    root: resolve(root, page === 'console' ? 'controller/console' : 'kiosk'),
    base: page === 'console' ? '/console/' : '/board/',
    cacheDir: resolve(root, `node_modules/.vite-${page}`),
    publicDir: false,
    plugins: page === 'kiosk' ? [serviceWorker()] : [],
    build: {
      outDir: resolve(root, 'dist', page),
      emptyOutDir: true,
      target: 'chrome120',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  };
});
