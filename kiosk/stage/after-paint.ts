/**
 * Calls back two animation frames from now: the first is the one that draws what was just changed, the
 * second says that it was handed over. Answers a function that calls it off. A hidden page draws nothing,
 * and so never calls back.
 */
export function afterPaint(callback: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(callback);
  });
  return () => cancelAnimationFrame(frame);
}

/** Resolves after `afterPaint`. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    afterPaint(resolve);
  });
}
