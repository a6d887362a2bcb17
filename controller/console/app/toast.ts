/** A word at the bottom of the page, and what takes the deed back. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'good' | 'bad';
  /** Takes the deed back; may throw a `Refusal`, which is told in its place. */
  readonly undo?: () => Promise<unknown>;
}

export class ToastEvent extends Event {
  static readonly type = 'console-toast';
  readonly toast: Toast;

  constructor(toast: Toast) {
    super(ToastEvent.type, { bubbles: true, composed: true });
    this.toast = toast;
  }
}

/** Tells the person in passing; the shell shows it. */
export function say(from: EventTarget, toast: Toast): void {
  from.dispatchEvent(new ToastEvent(toast));
}

declare global {
  interface HTMLElementEventMap {
    'console-toast': ToastEvent;
  }
}
