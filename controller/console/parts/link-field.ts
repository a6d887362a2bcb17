/** Where a slide leads: an address and what is there. */
import { html, type TemplateResult } from 'lit';
import type { Link } from '../../../shared/content/slide.ts';
import { textField } from './field.ts';
import type { OtherLanguage } from './languages.ts';
import { localizedField } from './localized-field.ts';

export interface LinkField {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly isRequired: boolean;
  readonly value: Link | null;
  readonly languages: readonly OtherLanguage[];
  readonly problemAt: (path: string) => string | undefined;
  readonly onInput: (link: Link) => void;
}

const EMPTY: Link = { url: '', label: { ko: '' } };

export function linkField(parts: LinkField): TemplateResult {
  const { id, problemAt, onInput, isRequired } = parts;
  const link = parts.value ?? EMPTY;
  const isUsed = isRequired || link.url.trim() !== '' || link.label.ko !== '';
  const label = problemAt('label');
  return html`<div class="tongues">
    ${textField({
      id,
      label: parts.label,
      hint: parts.hint,
      type: 'url',
      max: 500,
      value: link.url,
      isRequired,
      problem: problemAt('url') ?? (label ? undefined : problemAt('')),
      onInput: (url) => onInput({ ...link, url }),
    })}
    ${
      isUsed
        ? localizedField({
            id: `${id}-label`,
            label: '찍으면 무엇이 나오는지',
            hint: '예: 차림표 보기, 예약하기',
            max: 20,
            isRequired: true,
            value: link.label,
            languages: parts.languages,
            problemAt: (path) => problemAt(path === '' ? 'label' : `label.${path}`),
            onInput: (text) => onInput({ ...link, label: text }),
          })
        : ''
    }
  </div>`;
}
