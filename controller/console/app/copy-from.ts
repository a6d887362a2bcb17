import { say } from './toast.ts';

/**
 * Copies what a field holds and says so. Browsers give no clipboard over plain HTTP, and a person may forbid it: then
 * the text is selected, to be copied by hand.
 */
export async function copyFrom(field: HTMLInputElement): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  const isCopied = await clipboard?.writeText(field.value).then(
    () => true,
    () => false,
  );
  if (!isCopied) {
    field.focus();
    field.select();
  }
  say(field, {
    text: isCopied
      ? '링크를 복사했습니다.'
      : '자동으로 복사하지 못했습니다. 골라 둔 주소를 직접 복사해 주십시오.',
  });
}
