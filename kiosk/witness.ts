/**
 * The worker that notes when this page stands still: begun early, since a slide may stop the page as soon as it
 * is built. To be imported right after what is begun first of all.
 */
import { workerUrls } from './cache/worker-url.ts';
import witnessUrl from './player/hang-witness.ts?worker&url';
import { newUuid } from './player/uuid.ts';

export const SERVICE_WORKER = '/board/sw.js';
const PULSE_MS = 1_000;

/** Names this page among those that ran on this board. */
export const page = newUuid();
export const vouchFor = workerUrls(Reflect.get(globalThis, 'trustedTypes'), [
  SERVICE_WORKER,
  witnessUrl,
]);
const worker = new Worker(vouchFor(witnessUrl), { type: 'module' });
let onStoodStill = (): void => undefined;
let start = (): void => undefined;

/** Resolves when the page is watched; never where the worker does not come. */
export const isWitnessed = new Promise<void>((resolve) => {
  start = resolve;
});

worker.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (data === 'watching') start();
  else onStoodStill();
};
pulse();
setInterval(pulse, PULSE_MS);

/** Calls back when the page had stood still, and goes on. */
export function whenStoodStill(callback: () => void): void {
  onStoodStill = callback;
}

/** Out of sight timers are slow, and nothing is missed. */
function pulse(): void {
  worker.postMessage(document.visibilityState === 'visible' ? page : null);
}
