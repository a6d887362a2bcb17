/** One line of a text as the browser broke it. */
export interface BrokenLine {
  readonly text: string;
  /** On the page, CSS pixels; the line's letters with their line height. */
  readonly box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;
}

/** The lines of the element's own words, from the top; empty where it has none. Costs a box for each letter. */
export function brokenLines(element: Element): readonly BrokenLine[] {
  const lines: { text: string; left: number; top: number; right: number; bottom: number }[] = [];
  const range = document.createRange();
  for (const node of element.childNodes) {
    if (!(node instanceof Text)) continue;
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (!box || box.width === 0) continue;
      const letter = node.data[at] ?? '';
      const line = lines.at(-1);
      // A new line begins lower than the middle of the one before.
      if (!line || box.top > (line.top + line.bottom) / 2)
        lines.push({
          text: letter,
          left: box.left,
          top: box.top,
          right: box.right,
          bottom: box.bottom,
        });
      else {
        line.text += letter;
        line.left = Math.min(line.left, box.left);
        line.right = Math.max(line.right, box.right);
        line.bottom = Math.max(line.bottom, box.bottom);
      }
    }
  }
  return lines.map(({ text, left, top, right, bottom }) => ({
    text,
    box: { left, top, width: right - left, height: bottom - top },
  }));
}
