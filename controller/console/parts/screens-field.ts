/** Which boards: all of them or some, as chips. */
import type { TemplateResult } from 'lit';
import type { Screens } from '../../../shared/content/fields.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { chipsField } from './field.ts';

export interface ScreensField {
  readonly value: Screens;
  readonly views: readonly ScreenView[];
  readonly onInput: (value: Screens) => void;
  readonly problem?: string | undefined;
  /** Each is named: there is no choice of all, also not of those that come later. */
  readonly isNamed?: boolean;
}

/** Choosing none goes back to all, or is not taken, so that nothing is ever sent nowhere. */
export function screensField(parts: ScreensField): TemplateResult {
  const { value, views, onInput, problem, isNamed = false } = parts;
  return chipsField<string>({
    name: 'screens',
    label: '어느 화면에',
    problem,
    choices: [
      ...(isNamed ? [] : [{ value: 'all', label: `모든 화면 (${views.length})` }]),
      ...views.map(({ screen }) => ({ value: screen.id, label: screen.name })),
    ],
    chosen: value === 'all' ? ['all'] : value,
    onInput: (chosen) => {
      const isAllNew = chosen.at(-1) === 'all';
      const some = chosen.filter((id) => id !== 'all');
      if (isNamed && some.length === 0) onInput(value);
      else onInput(isAllNew || some.length === 0 ? 'all' : some);
    },
  });
}
