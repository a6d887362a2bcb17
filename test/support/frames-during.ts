import sharp from 'sharp';
import type { Page } from 'playwright-core';

/** All frames that the compositor hands out from before `work` until after it, as PNG. */
export async function framesDuring(
  page: Page,
  work: () => Promise<void>,
): Promise<readonly Buffer[]> {
  const session = await page.context().newCDPSession(page);
  const frames: Buffer[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'));
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await new Promise((wake) => setTimeout(wake, 100));
  await work();
  await new Promise((wake) => setTimeout(wake, 100));
  await session.send('Page.stopScreencast');
  await session.detach();
  return frames;
}

/** How bright each part of a frame is, 0 to 255. */
export async function brightnessOf(
  frame: Buffer,
  parts: { readonly width: number; readonly height: number },
): Promise<readonly number[]> {
  const small = sharp(frame)
    .greyscale()
    .resize({ ...parts, fit: 'fill', kernel: 'linear' });
  return [...(await small.raw().toBuffer())];
}
