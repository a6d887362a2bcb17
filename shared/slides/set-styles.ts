import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

/** Property names as in CSS, custom ones too; undefined takes one away. */
export type Styles = Readonly<Record<string, string | undefined>>;

class SetStyles extends Directive {
  override render(): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [Styles]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles))
      if (value === undefined) style.removeProperty(name);
      else style.setProperty(name, value);
    return noChange;
  }
}

/**
 * Sets styles of the element it stands in, as `<i ${setStyles({ width: '3px' })}>`. Lit's `styleMap`
 * writes a style attribute at its first render, which a strict `style-src` refuses.
 */
export const setStyles: (styles: Styles) => DirectiveResult = directive(SetStyles);
