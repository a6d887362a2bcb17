/** The field of a code of an authenticator app; a recovery code is taken in it too. */
import type { TemplateResult } from 'lit';
import { textField } from './field.ts';

interface CodeField {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onInput: (value: string) => void;
  /** A recovery code has letters, which a phone's keys for numbers lack. */
  readonly isRecovery?: boolean;
}

export function codeField({ isRecovery = false, ...parts }: CodeField): TemplateResult {
  return textField({
    ...parts,
    id: 'code',
    label: isRecovery ? '복구 코드' : '인증 코드',
    hint: isRecovery
      ? '적어 둔 코드 가운데 아직 쓰지 않은 하나입니다.'
      : '휴대전화의 인증 앱에 보이는 여섯 자리 숫자입니다.',
    max: 40,
    isRequired: true,
    inputMode: isRecovery ? 'text' : 'numeric',
    autocomplete: isRecovery ? 'off' : 'one-time-code',
  });
}
