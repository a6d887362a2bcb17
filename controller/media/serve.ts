import { Router } from 'express';
import { basename } from 'node:path';
import type { MediaFiles } from './media-files.ts';

/**
 * `GET /media/<sha256>`: the bytes of that hash, kept for ever by whoever got them, whole or in ranges; 404 for
 * anything else. Public: the board's pictures are shown to everybody, and nobody guesses a hash.
 */
export function mediaRouter(files: MediaFiles): Router {
  const router = Router();
  router.get('/media/:sha256', (request, response, next) => {
    const { sha256 } = request.params;
    if (!/^[0-9a-f]{64}$/.test(sha256)) {
      next();
      return;
    }
    const path = files.pathOf(sha256);
    response.sendFile(
      basename(path),
      {
        root: path.slice(0, -basename(path).length),
        dotfiles: 'allow', // DATA_DIR itself may lie below a dot folder; the name is a hash.
        headers: {
          'Content-Type': 'image/webp',
          'Cache-Control': 'public, max-age=31536000, immutable',
          'Content-Security-Policy': "sandbox; default-src 'none'",
          'X-Content-Type-Options': 'nosniff',
          'Content-Disposition': 'inline',
          ETag: `"${sha256}"`,
        },
      },
      (error?: Error) => {
        if (error !== undefined && !response.headersSent) next();
      },
    );
  });
  return router;
}
