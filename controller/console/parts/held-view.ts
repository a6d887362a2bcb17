/** What is shown while something is read, when that failed, and when it is there. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Refusal } from '../../../shared/problem.ts';
import type { Resource } from '../link/cell.ts';

/** Shows the old value with a note above it when reading it again failed. */
export function heldView<T>(
  resource: Resource<T>,
  ready: (value: T) => TemplateResult | typeof nothing,
): TemplateResult {
  const { value, refusal } = resource.held;
  if (value !== undefined)
    return html`${refusal ? retryNote(refusal, () => resource.reload()) : nothing}${ready(value)}`;
  if (refusal) return retryNote(refusal, () => resource.reload());
  return skeleton();
}

export function skeleton(): TemplateResult {
  return html`<div class="stack" role="status" aria-label="불러오는 중">
    <div class="skeleton"></div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
  </div>`;
}

/** Why an action was refused; nothing without a refusal. */
export function refusalNote(refusal: Refusal | undefined): TemplateResult {
  return html`<div role="alert">
    ${refusal ? html`<p class="note bad">${refusal.message}</p>` : nothing}
  </div>`;
}

function retryNote(refusal: Refusal, retry: () => Promise<void>): TemplateResult {
  return html`<div class="note bad row between" role="alert">
    <p>${refusal.message}</p>
    <button @click=${() => void retry()}>다시 시도</button>
  </div>`;
}
