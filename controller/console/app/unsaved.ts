/** Whether what a person typed would be lost by leaving the page; the shell asks before it is. */
export class UnsavedEvent extends Event {
  static readonly type = 'console-unsaved';
  readonly isUnsaved: boolean;

  constructor(isUnsaved: boolean) {
    super(UnsavedEvent.type, { bubbles: true, composed: true });
    this.isUnsaved = isUnsaved;
  }
}

/** Something was typed. */
export function markUnsaved(from: EventTarget): void {
  from.dispatchEvent(new UnsavedEvent(true));
}

/** It was saved, or is given up on purpose. Before the page is left. */
export function markSaved(from: EventTarget): void {
  from.dispatchEvent(new UnsavedEvent(false));
}

/** Asks before typed words are lost; true where there are none. */
export function mayLeave(isUnsaved: boolean): boolean {
  return !isUnsaved || confirm('저장하지 않은 내용이 있습니다. 저장하지 않고 나가시겠습니까?');
}
