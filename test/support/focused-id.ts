/** The id of what has the focus, also inside shadow roots; empty for nothing. */
export function focusedId(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.id ?? '';
}
