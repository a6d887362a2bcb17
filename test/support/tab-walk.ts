/** A walk by Tab through a page with shadow roots. Each function runs in the page, alone: it holds all that it needs. */

interface Walk {
  readonly reached: Set<Element>;
  first: Element | undefined;
  /** What had the focus before, and how it looked then. */
  before: { readonly element: Element; readonly look: string } | undefined;
}

/** Whether everything that the page asked for is there. */
export function isSettled(): boolean {
  const isBusy = (root: Document | ShadowRoot): boolean =>
    root.querySelector('.skeleton, [aria-busy="true"]') !== null ||
    [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && isBusy(shadowRoot));
  return !isBusy(document);
}

/**
 * After each Tab: tells when what had the focus before looked no different with it, and when the walk has come round.
 * The look of its label and its parent counts: a picture of a control may stand there.
 */
export function tabStep(): { readonly problem: string | null; readonly isRound: boolean } {
  const page = globalThis as unknown as { walk?: Walk };
  const walk = (page.walk ??= { reached: new Set(), first: undefined, before: undefined });
  const lookOf = (element: Element) =>
    [element, element.parentElement, ...((element as HTMLInputElement).labels ?? [])]
      .filter((one) => one !== null)
      .map((one) => getComputedStyle(one))
      .map((css) => [css.outline, css.boxShadow, css.borderColor, css.textDecoration].join())
      .join(';');
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const { before } = walk;
  const isHidden =
    before !== undefined && before.element !== focused && lookOf(before.element) === before.look;
  const problem = isHidden ? `Tab is not seen on ${before.element.outerHTML.slice(0, 160)}` : null;
  walk.before = undefined;
  if (!focused || focused === document.body) return { problem, isRound: false };
  const isRound = walk.first === focused;
  walk.first ??= focused;
  walk.reached.add(focused);
  if (!isRound) walk.before = { element: focused, look: lookOf(focused) };
  return { problem, isRound };
}

/** The enabled controls that Tab passed by; forgets the walk. One of a group of radio buttons is enough. */
export function unreached(): string[] {
  const page = globalThis as unknown as { walk?: Walk };
  const { reached } = page.walk ?? { reached: new Set<Element>() };
  delete page.walk;
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const allIn = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(CONTROLS) ? [element] : []),
      ...(element.shadowRoot && !element.closest('[inert]') ? allIn(element.shadowRoot) : []),
    ]);
  const isReached = (element: Element) =>
    reached.has(element) ||
    (element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      [...reached].some((one) => one instanceof HTMLInputElement && one.name === element.name));
  return allIn(document)
    .filter((element) => (element as HTMLElement).tabIndex >= 0 && !element.matches(':disabled'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest('[inert]') && !isReached(element))
    .map((element) => `Tab passes by ${element.outerHTML.slice(0, 160)}`);
}
