import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { toSvgPath } from 'lean-qr/extras/svg';
import { QUIET_MODULES } from '../legibility/qr-size.ts';
import type { QrPlan } from './qr-plan.ts';

/**
 * A QR code with its quiet zone, as large as planned: `<plaza-qr .plan>`. Its host paints the light ground and
 * stands on a whole pixel, so that each module is a square of whole pixels; the colour is its host's too.
 */
@customElement('plaza-qr')
export class PlazaQr extends LitElement {
  static override styles = css`
    :host,
    svg {
      display: block;
    }
  `;

  @property({ attribute: false }) plan: QrPlan | null = null;

  protected override render() {
    if (!this.plan) return nothing;
    const { code, sizePx } = this.plan;
    const side = code.size + 2 * QUIET_MODULES;
    return html`<svg
      role="img"
      aria-label="QR 코드"
      width=${sizePx}
      height=${sizePx}
      viewBox="${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}"
    >
      <path fill="currentcolor" d=${toSvgPath(code)} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-qr': PlazaQr;
  }
}
