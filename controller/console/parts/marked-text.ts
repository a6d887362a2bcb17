/** Which part of a text another has changed. Pure. */
export interface Marked {
  readonly before: string;
  /** What is in one of the two alone; may be empty. */
  readonly changed: string;
  readonly after: string;
}

/** `text` split where it differs from `other`: what they begin and end with alike is left out. Joined, the parts are `text`. */
export function markedText(text: string, other: string): Marked {
  const [own, their] = [Array.from(text), Array.from(other)];
  const most = Math.min(own.length, their.length);
  let start = 0;
  while (start < most && own[start] === their[start]) start += 1;
  let end = 0;
  while (end < most - start && own.at(-1 - end) === their.at(-1 - end)) end += 1;
  return {
    before: own.slice(0, start).join(''),
    changed: own.slice(start, own.length - end).join(''),
    after: own.slice(own.length - end).join(''),
  };
}
