/** How far along a figure is, and what that is called. */
import { html, type TemplateResult } from 'lit';
import { textField, type TextField } from './field.ts';
import { isEmpty, type OtherLanguage, type Text } from './languages.ts';
import { localizedField } from './localized-field.ts';

export interface Progress {
  readonly value: number;
  readonly label: Text;
}

export interface ProgressField {
  readonly id: string;
  readonly max: number;
  readonly value: Progress | null;
  readonly languages: readonly OtherLanguage[];
  readonly problemAt: (path: string) => string | undefined;
  readonly onInput: (progress: Progress | null) => void;
}

/** A decimal number from 0. */
export const figureInput = {
  type: 'number',
  min: 0,
  max: 1e12,
  hasDecimals: true,
} as const satisfies Partial<TextField>;

export function progressField(parts: ProgressField): TemplateResult {
  const { id, max, value, languages, problemAt } = parts;
  const progress = value ?? { value: 0, label: { ko: '' } };
  const put = (next: Progress) =>
    parts.onInput(isEmpty(next.label) && next.value === 0 ? null : next);
  return html`<div class="fields">
    ${textField({
      ...figureInput,
      id,
      label: '지금까지 이룬 수 (선택)',
      hint: '같은 단위로. 비워 두면 막대를 그리지 않습니다.',
      value: value ? `${value.value}` : '',
      problem: problemAt('value'),
      onInput: (text) => put({ ...progress, value: Number(text) }),
    })}
    ${localizedField({
      id: `${id}-label`,
      label: '무엇을 이루었는지',
      max,
      value: progress.label,
      languages,
      problemAt: (path) => problemAt(path === '' ? 'label' : `label.${path}`),
      onInput: (label) => put({ ...progress, label }),
    })}
  </div>`;
}
