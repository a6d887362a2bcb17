/** Serves the repository's own modules to a page, so that what is drawn is what is built. */
import { resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const BLANK_PAGE = '/blank-page.html';

export interface ModuleServer {
  /** An empty page that may import any module of the repository by its path from the root. */
  readonly blankPage: string;
  stop(): Promise<void>;
}

/** On a free port of loopback. */
export async function startModuleServer(): Promise<ModuleServer> {
  const blankPage: Plugin = {
    name: 'blank-page',
    configureServer(vite) {
      vite.middlewares.use(BLANK_PAGE, (_request, reply) => {
        reply.setHeader('content-type', 'text/html; charset=utf-8');
        reply.end('<!doctype html><html lang="ko"><title>board</title><body></body></html>');
      });
    },
  };
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: resolve(root, 'node_modules/.vite-pictures'),
    plugins: [blankPage],
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    logLevel: 'warn',
    appType: 'custom',
  });
  await server.listen();
  return {
    blankPage: new URL(BLANK_PAGE, server.resolvedUrls?.local[0]).href,
    stop: () => server.close(),
  };
}
