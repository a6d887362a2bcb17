import type { LitElement } from 'lit';

/** Goes to the first field that was refused, in `host` or any element inside it, once all are drawn. */
export async function focusInvalid(host: LitElement): Promise<void> {
  const invalid = await findInvalid(host);
  invalid?.focus();
}

async function findInvalid(host: Partial<LitElement> & Element): Promise<HTMLElement | undefined> {
  await host.updateComplete;
  for (const element of host.shadowRoot?.querySelectorAll('*') ?? []) {
    if (element instanceof HTMLElement && element.ariaInvalid === 'true') return element;
    const inside = element.shadowRoot && (await findInvalid(element));
    if (inside) return inside;
  }
  return undefined;
}
