/** So many are let in before the loop looks at everything else again. */
const PER_TURN = 20;

/**
 * Lets whoever comes in by turns, in order: thousands of boards that come back at once would otherwise be
 * greeted in one turn of the event loop, and whoever is in would not be heard for seconds. Answers what
 * takes in one more, and calls it back when it may enter.
 */
export function createGate(): (enter: () => void) => void {
  const waiting: (() => void)[] = [];
  let isOpening = false;

  return (enter) => {
    waiting.push(enter);
    if (isOpening) return;
    isOpening = true;
    setImmediate(admit);
  };

  function admit(): void {
    for (const enter of waiting.splice(0, PER_TURN)) enter();
    isOpening = waiting.length > 0;
    if (isOpening) setImmediate(admit);
  }
}
