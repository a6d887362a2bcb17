/** One text in Korean and in each language that is switched on; a refusal stands under the language it is about. */
import { html, type TemplateResult } from 'lit';
import { textField, type TextField } from './field.ts';
import { languageNames, type OtherLanguage, type Text } from './languages.ts';

export interface LocalizedField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly max: number;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
  readonly value: Text;
  readonly languages: readonly OtherLanguage[];
  /** What was wrong at a path below this text, such as `en`; at the text itself for ''. */
  readonly problemAt: (path: string) => string | undefined;
  readonly onInput: (value: Text) => void;
}

export function localizedField(parts: LocalizedField): TemplateResult {
  const { id, label, max, value, languages, onInput, hint, placeholder } = parts;
  const korean: TextField = {
    id,
    label,
    max,
    value: value.ko,
    drawnIn: 'ko',
    isCounted: true,
    isRequired: parts.isRequired ?? false,
    problem: koreanProblem(parts),
    onInput: (ko) => onInput({ ...value, ko }),
    ...(hint === undefined ? {} : { hint }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return html`<div class="tongues">
    ${textField(korean)}
    ${languages.map((language) =>
      textField({
        id: `${id}-${language}`,
        label: `${label} (${languageNames[language]})`,
        drawnIn: language,
        max: language === 'en' ? max * 2 : max,
        value: value[language] ?? '',
        isCounted: true,
        problem: parts.problemAt(language),
        onInput: (words) => onInput({ ...value, [language]: words }),
      }),
    )}
  </div>`;
}

/** What is wrong with the text as a whole stands under its Korean. */
function koreanProblem({ problemAt, languages }: LocalizedField): string | undefined {
  const isElsewhere = languages.some((one) => problemAt(one));
  return problemAt('ko') ?? (isElsewhere ? undefined : problemAt(''));
}
