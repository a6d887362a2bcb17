/** What a passer-by, a loose keyboard or a dropped file could do to the page, undone. */
const BLOCKED = [
  'contextmenu',
  'keydown',
  'keypress',
  'dragover',
  'drop',
  'selectstart',
  'auxclick',
  'wheel',
  'touchmove',
  'gesturestart',
] as const;

/** Keeps the page as it is; answers a function that undoes it. */
export function lockDown(target: EventTarget): () => void {
  const block = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  for (const name of BLOCKED)
    target.addEventListener(name, block, { capture: true, passive: false });
  return () => {
    for (const name of BLOCKED) target.removeEventListener(name, block, { capture: true });
  };
}
