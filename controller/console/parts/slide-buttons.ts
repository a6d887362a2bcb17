/** What is done with a slide that was written: at the bottom of the window, and on a phone the rest above it. */
import { html, nothing, type TemplateResult } from 'lit';
import { stepButtons, type StepButtons } from './step-buttons.ts';

export interface SlideButtons {
  readonly mayApprove: boolean;
  readonly mayShow: boolean;
  /** It may be kept as a draft only. */
  readonly isHeld: boolean;
  readonly isBusy: boolean;
  readonly isOnPhone: boolean;
  readonly steps: StepButtons;
}

/** Buttons that submit their form; their values are `show`, `approve`, `submit` and `keep`. */
export function slideButtons(parts: SlideButtons): TemplateResult {
  const { mayShow, isBusy, isOnPhone } = parts;
  const others = html`<button value="keep" ?disabled=${isBusy}>초안으로 저장</button>
    ${mayShow ? approveButton(parts) : nothing}`;
  return html`${isOnPhone ? html`<div class="others">${others}</div>` : nothing}
    <div class="foot">
      ${stepButtons(parts.steps)}
      <span class="room" role="status">${isBusy ? '저장하는 중…' : ''}</span>
      ${isOnPhone ? nothing : others} ${mainButton(parts)}
    </div>`;
}

function mainButton(parts: SlideButtons): TemplateResult {
  const isOff = parts.isHeld || parts.isBusy;
  if (parts.mayShow)
    return html`<button class="main" value="show" ?disabled=${isOff}>저장하고 송출</button>`;
  if (parts.mayApprove) return approveButton(parts);
  return html`<button class="main" value="submit" ?disabled=${isOff}>저장하고 검토 요청</button>`;
}

function approveButton({ mayShow, isHeld, isBusy }: SlideButtons): TemplateResult {
  return html`<button class=${mayShow ? '' : 'main'} value="approve" ?disabled=${isHeld || isBusy}>
    저장하고 승인
  </button>`;
}
