/**
 * Words that lie upon other words, as `upper / lower`, each once. Runs in the page, alone. What stays while the
 * page moves beneath it is left out, and so is what only screen readers see. Costs the square of the lines.
 */
export function laidOver(): string[] {
  interface Line {
    readonly words: string;
    readonly parent: Element;
    readonly box: DOMRect;
  }
  const isUnseen = (element: Element, box: DOMRect): boolean => {
    const css = getComputedStyle(element);
    if (['fixed', 'sticky'].includes(css.position) || css.clipPath !== 'none') return true;
    const { top, bottom } = element.getBoundingClientRect();
    if (css.overflowY !== 'visible' && (box.top > bottom || box.bottom < top)) return true;
    if (element.matches('plaza-slide, plaza-preview, option, dialog:not([open])')) return true;
    const above = element.assignedSlot ?? element.parentNode;
    const host = above instanceof ShadowRoot ? above.host : above;
    return host instanceof Element && isUnseen(host, box);
  };
  const linesIn = (root: Node): Line[] =>
    [...root.childNodes].flatMap((node): Line[] => {
      if (node instanceof Element)
        return [...linesIn(node), ...(node.shadowRoot ? linesIn(node.shadowRoot) : [])];
      const words = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (!(node instanceof Text) || words === '' || !parent?.checkVisibility()) return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()]
        .filter((box) => box.width * box.height > 4 && !isUnseen(parent, box))
        .map((box) => ({ words, parent, box }));
    });
  const meet = ({ box: a }: Line, { box: b }: Line) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 &&
    // Lines of one text stand closer than their boxes are high.
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
  const lines = linesIn(document.body);
  const found = lines.flatMap((line, index) =>
    lines
      .slice(index + 1)
      .filter((other) => other.parent !== line.parent && meet(line, other))
      .map((other) => `words upon words: ${line.words.slice(0, 60)} / ${other.words.slice(0, 60)}`),
  );
  return [...new Set(found)];
}
