/** When a page has really drawn what an attribute of its element names: a frame callback, then a message task. */
import type { Page } from 'playwright-core';

interface Watched {
  plazaPainted: { value: string; at: number }[];
}

/** Notes, for every new value of `attribute` on `<tag>`, the wall-clock time of its produced frame. */
export async function watchPaint(page: Page, tag: string, attribute: string): Promise<void> {
  await page.addInitScript(
    ({ tag, attribute }) => {
      const seen: { value: string; at: number }[] = [];
      (window as unknown as Watched).plazaPainted = seen;
      let last: string | null = null;
      const note = (value: string): void => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () =>
            seen.push({ value, at: performance.timeOrigin + performance.now() });
          channel.port2.postMessage(null);
        });
      };
      const look = (): void => {
        const value = document.querySelector(tag)?.getAttribute(attribute) ?? null;
        if (value !== null && value !== last) note(value);
        last = value;
      };
      const start = (): void => {
        new MutationObserver(look).observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: [attribute],
        });
      };
      start();
    },
    { tag, attribute },
  );
}

/** Notes, for every fade of a `<tag>`, the wall-clock time of its first produced frame, under its slot's start. */
export async function watchFades(page: Page, tag: string): Promise<void> {
  await page.addInitScript((fading) => {
    const seen: { value: string; at: number }[] = [];
    (window as unknown as Watched).plazaPainted = seen;
    const { value: animate } = Object.getOwnPropertyDescriptor(Element.prototype, 'animate') as {
      value: Element['animate'];
    };
    Element.prototype.animate = function (this: Element, ...about) {
      if (this.localName === fading) {
        const { showing, dataset } = this as HTMLElement & {
          showing?: { slot: { startMs: number } | null };
        };
        const value = dataset.slotStart ?? String(showing?.slot?.startMs);
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () =>
            seen.push({ value, at: performance.timeOrigin + performance.now() });
          channel.port2.postMessage(null);
        });
      }
      return animate.apply(this, about);
    };
  }, tag);
}

/** Milliseconds from navigation to the first painted value. */
export async function paintedAfter(page: Page): Promise<number> {
  await page.waitForFunction(() => (window as unknown as Watched).plazaPainted.length > 0);
  return page.evaluate(() => {
    const [first] = (window as unknown as Watched).plazaPainted;
    return (first?.at ?? Number.NaN) - performance.timeOrigin;
  });
}

/** Wall-clock time at which `value` was painted; waits for it. */
export async function paintedAt(page: Page, value: string): Promise<number> {
  await page.waitForFunction(
    (wanted) => (window as unknown as Watched).plazaPainted.some((seen) => seen.value === wanted),
    value,
    { polling: 20 },
  );
  return page.evaluate(
    (wanted) =>
      (window as unknown as Watched).plazaPainted.find((seen) => seen.value === wanted)?.at ??
      Number.NaN,
    value,
  );
}

/** Wall-clock time at which each value was painted first. */
export async function allPainted(page: Page): Promise<ReadonlyMap<string, number>> {
  const seen = await page.evaluate(() => (window as unknown as Watched).plazaPainted);
  return new Map(seen.toReversed().map(({ value, at }) => [value, at]));
}
