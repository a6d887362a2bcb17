/** Taking back and doing again, by button and by key. */
import { html, svg, type TemplateResult } from 'lit';

export interface StepButtons {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

const BACK = svg`<path d="M9 7 4 12l5 5M4 12h11a5 5 0 0 1 0 10h-3" />`;
const AGAIN = svg`<path d="m15 7 5 5-5 5m5-5H9a5 5 0 0 0 0 10h3" />`;

export function stepButtons(parts: StepButtons): TemplateResult {
  return html`<button
      type="button"
      class="step"
      aria-label="되돌리기"
      title="되돌리기 (Ctrl+Z)"
      ?disabled=${!parts.canUndo}
      @click=${parts.onUndo}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${BACK}</svg>
    </button>
    <button
      type="button"
      class="step"
      aria-label="다시 하기"
      title="다시 하기 (Ctrl+Shift+Z)"
      ?disabled=${!parts.canRedo}
      @click=${parts.onRedo}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${AGAIN}</svg>
    </button>`;
}

/** What a key asks for: Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y, with ⌘ on a Mac. */
export function stepKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return undefined;
  // The key of the letter, whatever the keyboard writes with it: ㅋ in Hangul.
  if (event.code === 'KeyZ') return event.shiftKey ? 'redo' : 'undo';
  return event.code === 'KeyY' && !event.shiftKey ? 'redo' : undefined;
}
