import { Router } from 'express';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MediaFiles } from './media-files.ts';

/**
 * `GET /media/<sha256>`: the bytes of that hash, kept for ever by whoever got them, whole or in ranges; 404 for
 * anything else. Public: the board's pictures are shown to everybody, and nobody guesses a hash.
 */
export function mediaRouter(files: MediaFiles): Router {
  const router = Router();
  router.get('/media/:sha256', async (request, response, next) => {
    const { sha256 } = request.params;
    const path = files.pathOf(sha256);
    const type = /^[0-9a-f]{64}$/.test(sha256) ? await typeOf(path) : undefined;
    if (type === undefined) {
      next();
      return;
    }
    response.sendFile(
      basename(path),
      {
        root: path.slice(0, -basename(path).length),
        dotfiles: 'allow', // DATA_DIR itself may lie below a dot folder; the name is a hash.
        headers: {
          'Content-Type': type,
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

/** There are only pictures and films, of one type each. Undefined without a file. */
async function typeOf(path: string): Promise<'image/webp' | 'video/mp4' | undefined> {
  const file = await open(path, 'r').catch(() => undefined); // Absent is what is asked.
  if (!file) return undefined;
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.toString('latin1', 4) === 'ftyp' ? 'video/mp4' : 'image/webp';
  } finally {
    await file.close();
  }
}
