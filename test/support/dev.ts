/**
 * `npm run dev`: the controller on PORT (8080), restarted when its files change, and both pages with hot
 * reload on 5173 (board) and 5174 (console), which hand everything else on to the controller.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createServer } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const port = process.env.PORT ?? '8080';
const target = `http://localhost:${port}`;
const pages = [
  { mode: 'kiosk', port: 5173, path: '/board/' },
  { mode: 'console', port: 5174, path: '/console/' },
] as const;

const controller = spawn(process.execPath, ['--watch', 'controller/main.ts'], {
  cwd: root,
  // The pages come from other ports here; the pages' proxy keeps the controller's own origin.
  env: { ...process.env, PORT: port },
  stdio: 'inherit',
});
process.on('exit', () => controller.kill());
for (const page of pages) {
  const server = await createServer({
    configFile: resolve(root, 'test/config/vite.config.ts'),
    mode: page.mode,
    server: {
      port: page.port,
      strictPort: true,
      proxy: Object.fromEntries(
        ['/api', '/media', '/socket.io'].map((path) => [
          path,
          { target, changeOrigin: true, ws: true, headers: { origin: target } },
        ]),
      ),
    },
  });
  await server.listen();
  console.log(`http://localhost:${page.port}${page.path}`);
}
