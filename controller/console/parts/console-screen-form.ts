import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isPublicScreen, type ScreenFields } from '../../../shared/content/screen.ts';
import { look } from '../app/look.ts';
import './console-special-days.ts';
import type { SpecialDaysChange } from './console-special-days.ts';
import './console-week.ts';
import type { WeekChange } from './console-week.ts';
import { textField, tick } from './field.ts';
import './console-night-light.ts';
import { ScreenChange } from './screen-change.ts';

type NumberKey = {
  [Key in keyof ScreenFields]-?: ScreenFields[Key] extends number ? Key : never;
}[keyof ScreenFields];

interface NumberField {
  readonly key: NumberKey;
  readonly label: string;
  readonly hint?: string;
  readonly hasDecimals?: boolean;
}

const size: readonly NumberField[] = [
  { key: 'widthPx', label: '가로 화소' },
  { key: 'heightPx', label: '세로 화소' },
  { key: 'offsetX', label: '왼쪽에서 떨어진 화소', hint: '보통 0입니다.' },
  { key: 'offsetY', label: '위에서 떨어진 화소', hint: '보통 0입니다.' },
];
const panel: readonly NumberField[] = [
  { key: 'pitchMm', label: '화소 간격(mm)', hasDecimals: true, hint: 'P4 전광판이면 4입니다.' },
  { key: 'peakNits', label: '최대 밝기(cd/㎡)' },
  {
    key: 'viewingDistanceM',
    label: '보는 거리(m)',
    hasDecimals: true,
    hint: '글자 크기를 정합니다.',
  },
];
const spot: readonly NumberField[] = [
  { key: 'latitude', label: '위도', hasDecimals: true, hint: '해 뜨고 지는 때를 셈합니다.' },
  { key: 'longitude', label: '경도', hasDecimals: true },
];

/** A board's place, geometry and hours: `<console-screen-form .draft .problemAt @screen-change>`. */
@customElement('console-screen-form')
export class ConsoleScreenForm extends LitElement {
  static override styles = look;
  @property({ attribute: false }) draft!: ScreenFields;
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;

  protected override render() {
    const { draft } = this;
    return html`<div class="stack">
      <section class="card pad stack">
        <h2>이름과 자리</h2>
        ${this.#renderPlace(draft)}
        ${tick('공개 광장 화면 (훈련이 나가지 않습니다)', isPublicScreen(draft), (isPublic) =>
          this.#emit({ isPublic }),
        )}
      </section>
      <section class="card pad stack">
        <h2>크기</h2>
        <div class="fields">${size.map((field) => this.#renderNumber(field))}</div>
        <div class="fields">
          ${panel.map((field) => this.#renderNumber(field))} ${this.#renderPanel(draft)}
        </div>
        ${tick('차도를 마주 봅니다', draft.facesRoad, (facesRoad) => this.#emit({ facesRoad }))}
        ${tick(
          '30m 안에 신호등이 있습니다',
          draft.trafficSignalWithin30m,
          (trafficSignalWithin30m) => this.#emit({ trafficSignalWithin30m }),
        )}
      </section>
      <section class="card pad stack">
        <h2>밤 밝기</h2>
        <console-night-light .draft=${draft} .problemAt=${this.problemAt}></console-night-light>
      </section>
      <section class="card pad stack">
        <h2>켜는 시간</h2>
        <console-week
          .week=${draft.week}
          .label=${'요일마다 켜는 시간'}
          .problem=${this.problemAt('week')}
          @week-change=${(event: WeekChange) => this.#emit({ week: event.week })}
        ></console-week>
        <console-special-days
          .days=${draft.specialDays}
          @special-days-change=${(event: SpecialDaysChange) =>
            this.#emit({ specialDays: event.days })}
        ></console-special-days>
      </section>
    </div>`;
  }

  #renderPlace(draft: ScreenFields) {
    return html`<div class="fields">
        ${textField({
          id: 'name',
          label: '화면 이름',
          hint: '콘솔에서 부르는 이름. 예: 1번 출구 게시대',
          max: 30,
          isRequired: true,
          drawnIn: 'ko',
          value: draft.name,
          problem: this.problemAt('name'),
          onInput: (name) => this.#emit({ name }),
        })}
        ${textField({
          id: 'place',
          label: '자리',
          hint: '화면 아래에 적힙니다.',
          max: 30,
          isRequired: true,
          drawnIn: 'ko',
          value: draft.place.ko,
          problem: this.problemAt('place'),
          onInput: (ko) => this.#emit({ place: { ...draft.place, ko } }),
        })}
        ${textField({
          id: 'zone',
          label: '시간대',
          value: draft.zone,
          problem: this.problemAt('zone'),
          onInput: (zone) => this.#emit({ zone }),
        })}
      </div>
      <div class="fields">${spot.map((field) => this.#renderNumber(field))}</div>`;
  }

  #renderPanel({ panelPercent }: ScreenFields) {
    return textField({
      id: 'panelPercent',
      label: '패널 밝기(%)',
      hint: '비워 두면 건드리지 않습니다. 바꾸면 최대 밝기도 다시 적으십시오.',
      type: 'number',
      value: panelPercent == null ? '' : `${panelPercent}`,
      problem: this.problemAt('panelPercent'),
      onInput: (text) => this.#emit({ panelPercent: text === '' ? null : Number(text) }),
    });
  }

  #renderNumber({ key, label, hint, hasDecimals = false }: NumberField) {
    return textField({
      id: key,
      label,
      hint,
      type: 'number',
      hasDecimals,
      value: `${this.draft[key]}`,
      problem: this.problemAt(key),
      onInput: (text) => this.#emit({ [key]: Number(text) }),
    });
  }

  #emit(change: Partial<ScreenFields>): void {
    this.dispatchEvent(new ScreenChange(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-screen-form': ConsoleScreenForm;
  }
}
