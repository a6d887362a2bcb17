/** Fields in which a person types and is done; in others Enter picks a date or looks something up. */
const TYPED: ReadonlySet<string> = new Set(['text', 'number']);

/**
 * A form's `keydown`: Enter in a field of one of its parts submits it, as in a field of its own. Hangul that is
 * still being put together is finished first.
 */
export function submitOnEnter(event: KeyboardEvent): void {
  const [field] = event.composedPath();
  const form = event.currentTarget;
  if (event.key !== 'Enter' || event.isComposing || !(form instanceof HTMLFormElement)) return;
  if (!(field instanceof HTMLInputElement) || field.form !== null || !TYPED.has(field.type)) return;
  event.preventDefault();
  form.requestSubmit();
}
