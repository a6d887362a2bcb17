/** Labelled controls. A refusal's message stands under the field that it is about. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { undrawableWords } from '../../../shared/content/drawable.ts';

export interface FieldParts {
  /** Unique within its element. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

export interface TextField extends FieldParts {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?:
    | 'text'
    | 'password'
    | 'email'
    | 'date'
    | 'time'
    | 'number'
    | 'datetime-local'
    | 'search'
    | 'url';
  readonly max?: number;
  readonly min?: number;
  /** Decimals are allowed. */
  readonly hasDecimals?: boolean;
  readonly rows?: number;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
  /** Boards draw it in this language: a character that they cannot is told while it is typed (L12). */
  readonly drawnIn?: 'ko' | 'en' | 'zh' | 'ja';
  /** Tells how much room is left, near the end of it. */
  readonly isCounted?: boolean;
  readonly autocomplete?:
    'off' | 'username' | 'name' | 'current-password' | 'new-password' | 'one-time-code';
  /** Which keys a phone shows. */
  readonly inputMode?: 'numeric' | 'text';
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** From this part of the room on it is told how much is left. */
const NEARLY_FULL = 0.75;

/** Wraps a control that carries `id` and `aria-describedby="ID-note"`. */
export function field(
  parts: FieldParts,
  control: TemplateResult,
  counter: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="field">
    <label for=${parts.id}>${parts.label}</label>
    ${control}${counter}
    <div id="${parts.id}-note">
      ${parts.hint ? html`<p class="hint">${parts.hint}</p>` : nothing}
      ${parts.problem ? html`<p class="problem">${parts.problem}</p>` : nothing}
    </div>
  </div>`;
}

export function textField(given: TextField): TemplateResult {
  const parts = judgedField(given);
  const onInput = (event: Event) => parts.onInput((event.target as HTMLInputElement).value);
  const isNumber = parts.type === 'number';
  return field(
    parts,
    html`<input
      id=${parts.id}
      lang=${ifDefined(parts.drawnIn)}
      type=${parts.type ?? 'text'}
      aria-describedby="${parts.id}-note"
      aria-invalid=${parts.problem ? 'true' : 'false'}
      ?required=${parts.isRequired ?? false}
      maxlength=${ifDefined(isNumber ? undefined : parts.max)}
      min=${ifDefined(parts.min)}
      max=${ifDefined(isNumber ? parts.max : undefined)}
      step=${parts.hasDecimals ? 0.000001 : 1}
      placeholder=${ifDefined(parts.placeholder)}
      autocomplete=${parts.autocomplete ?? 'off'}
      inputmode=${ifDefined(parts.inputMode)}
      .value=${live(parts.value)}
      @input=${onInput}
    />`,
    counterOf(parts),
  );
}

/** `36 / 40자`, once the room is nearly full. */
function counterOf({ value, max, isCounted }: TextField): TemplateResult | typeof nothing {
  if (!isCounted || !max || value.length < max * NEARLY_FULL) return nothing;
  const isFull = value.length >= max;
  return html`<p class="count ${isFull ? 'bad' : 'soft'}">
    ${value.length} / ${max}자${isFull ? ' · 더 쓸 수 없습니다' : ''}
  </p>`;
}

export function textArea(given: TextField): TemplateResult {
  const parts = judgedField(given);
  const onInput = (event: Event) => parts.onInput((event.target as HTMLTextAreaElement).value);
  return field(
    parts,
    html`<textarea
      id=${parts.id}
      rows=${parts.rows ?? 4}
      aria-describedby="${parts.id}-note"
      aria-invalid=${parts.problem ? 'true' : 'false'}
      ?required=${parts.isRequired ?? false}
      maxlength=${ifDefined(parts.max)}
      .value=${live(parts.value)}
      @input=${onInput}
    ></textarea>`,
  );
}

function judgedField(parts: TextField): TextField {
  const { value, drawnIn } = parts;
  const problem = (drawnIn && undrawableWords(value, drawnIn)) ?? parts.problem;
  return { ...parts, problem };
}

export interface SelectField<T extends string> extends FieldParts {
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onInput: (value: T) => void;
}

export function selectField<T extends string>(parts: SelectField<T>): TemplateResult {
  return field(
    parts,
    html`<select
      id=${parts.id}
      aria-describedby="${parts.id}-note"
      aria-invalid=${parts.problem ? 'true' : 'false'}
      @change=${(event: Event) => parts.onInput((event.target as HTMLSelectElement).value as T)}
    >
      ${parts.choices.map(
        ({ value, label }) =>
          html`<option value=${value as string} .selected=${live(value === parts.value)}>
            ${label}
          </option>`,
      )}
    </select>`,
  );
}

export function tick(label: string, isOn: boolean, onInput: (isOn: boolean) => void) {
  return html`<label class="tick"
    ><input
      type="checkbox"
      .checked=${live(isOn)}
      @change=${(event: Event) => onInput((event.target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;
}

export interface ChipsField<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: readonly T[];
  readonly onInput: (chosen: T[]) => void;
  /** One of them, as radio buttons, or any number. */
  readonly isSingle?: boolean;
  readonly problem?: string | undefined;
}

/** A group of round buttons to choose from. */
export function chipsField<T extends string>(parts: ChipsField<T>): TemplateResult {
  const onChange = (value: T, isOn: boolean) => {
    const others = parts.isSingle ? [] : parts.chosen.filter((one) => one !== value);
    parts.onInput(isOn ? [...others, value] : [...others]);
  };
  return html`<fieldset class="field">
    <legend>${parts.label}</legend>
    <div class="chips">
      ${parts.choices.map(
        ({ value, label }) =>
          html`<label class="chip"
            ><input
              type=${parts.isSingle ? 'radio' : 'checkbox'}
              name=${parts.name}
              .checked=${live(parts.chosen.includes(value))}
              @change=${(event: Event) =>
                onChange(value, (event.target as HTMLInputElement).checked)}
            /><span>${label}</span></label
          >`,
      )}
    </div>
    ${parts.problem ? html`<p class="problem">${parts.problem}</p>` : nothing}
  </fieldset>`;
}
