import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ScreenFields } from '../../../shared/content/screen.ts';
import {
  DEFAULT_LIGHT_ZONE,
  lightZones,
  nightLimits,
  nightLimitsSource,
} from '../../../shared/night-light.ts';
import { look } from '../app/look.ts';
import { selectField, textField } from './field.ts';
import { ScreenChange } from './screen-change.ts';

type NightLight = NonNullable<ScreenFields['nightLight']>;

const zoneNames: Readonly<Record<(typeof lightZones)[number], string>> = {
  1: '제1종 · 보전·자연녹지',
  2: '제2종 · 생산녹지·농림',
  3: '제3종 · 주거·공업',
  4: '제4종 · 상업',
};

/** The zone of light of a board, and its limits at night: `<console-night-light .draft .problemAt @screen-change>`. */
@customElement('console-night-light')
export class ConsoleNightLight extends LitElement {
  static override styles = look;
  @property({ attribute: false }) draft!: ScreenFields;
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;

  protected override render() {
    const light = this.#light();
    return html`<div class="stack">
      <p class="soft">
        해가 지면 화면 전체의 평균 밝기가 이 한도를 넘지 않도록 밝은 슬라이드만 낮춥니다.
      </p>
      <div class="fields">
        ${selectField({
          id: 'zone',
          label: '조명환경관리구역',
          value: `${light.zone}`,
          choices: lightZones.map((zone) => ({ value: `${zone}`, label: zoneNames[zone] })),
          onInput: (zone) => this.#onZone(zone),
        })}
        ${this.#renderLimit('eveningNits', '자정까지 한도(cd/㎡)', light)}
        ${this.#renderLimit('smallHoursNits', '자정 뒤 한도(cd/㎡)', light)}
      </div>
      <p class="soft small">
        구역을 고르면 표의 값을 넣습니다. 표의 출처: ${nightLimitsSource.text}.
        ${
          nightLimitsSource.verified
            ? ''
            : '원문과 대조하지 않은 값이니 구청 환경과에 확인한 뒤 쓰십시오.'
        }
      </p>
    </div>`;
  }

  #renderLimit(key: 'eveningNits' | 'smallHoursNits', label: string, light: NightLight) {
    return textField({
      id: key,
      label,
      type: 'number',
      value: `${light[key]}`,
      problem: this.problemAt(`nightLight.${key}`),
      onInput: (text) => this.#emit({ ...light, [key]: Number(text) }),
    });
  }

  #light(): NightLight {
    const zone = DEFAULT_LIGHT_ZONE;
    return this.draft.nightLight ?? { zone, ...nightLimits[zone] };
  }

  #onZone(chosen: string): void {
    const zone = lightZones.find((one) => `${one}` === chosen) ?? DEFAULT_LIGHT_ZONE;
    this.#emit({ zone, ...nightLimits[zone] });
  }

  #emit(nightLight: NightLight): void {
    this.dispatchEvent(new ScreenChange({ nightLight }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-night-light': ConsoleNightLight;
  }
}
