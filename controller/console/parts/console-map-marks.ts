import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { markKinds } from '../../../shared/content/slide.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import type { ContentOf } from '../../../shared/slides/slide-element.ts';
import { look } from '../app/look.ts';
import { selectField } from './field.ts';
import type { OtherLanguage } from './languages.ts';
import { localizedField } from './localized-field.ts';
import type { Point } from './photo-view.ts';
import { mapLook } from './map-look.ts';
import { mapLines } from './map-lines.ts';

type MapContent = ContentOf<'map'>;
export type MapPart = Pick<MapContent, 'here' | 'marks'>;
type Mark = MapContent['marks'][number];

/** Where the board stands, and the marks, after a person changed them. */
export class MapChange extends Event {
  static readonly type = 'map-change';
  readonly part: MapPart;
  /** As `PictureChange.part`. */
  readonly field: string;

  constructor(part: MapPart, field: string) {
    super(MapChange.type);
    this.part = part;
    this.field = field;
  }
}

const MOST = 12;
const STEP = 0.02;
const kindNames: Readonly<Record<Mark['kind'], string>> = {
  exit: '출구',
  shop: '가게',
  place: '장소',
  bus: '버스',
  toilet: '화장실',
};
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/**
 * What is on a map: a person chooses a mark, or where the board stands, and taps where it is:
 * `<console-map-marks .map .languages .problemAt @map-change>`. Ways are those that the map began with.
 */
@customElement('console-map-marks')
export class ConsoleMapMarks extends LitElement {
  static override styles = [look, mapLook];
  @property({ attribute: false }) map!: MapContent;
  @property({ attribute: false }) languages: readonly OtherLanguage[] = [];
  /** What is wrong with the mark of this index, at a path such as `name.ko`. */
  @property({ attribute: false })
  problemAt: (index: number, path: string) => string | undefined = () => undefined;
  /** Of the marks; -1 is where the board stands. */
  @state() private chosen = -1;

  protected override render() {
    const { marks, here } = this.map;
    const chosen = marks[this.chosen];
    return html`<fieldset>
      <legend>지도</legend>
      <div class="stack">
        <p class="soft small" id="how">
          옮길 것을 고르고 지도에서 그 자리를 누르십시오. 고른 것은 화살표 자판으로도 움직입니다.
        </p>
        <div class="map" @click=${this.#onTap} @keydown=${this.#onKey}>
          ${mapLines(this.map.ways)} ${this.#renderPin(here, -1, '현 위치')}
          ${marks.map(({ at, name, kind }, index) =>
            this.#renderPin(at, index, name.ko || kindNames[kind]),
          )}
        </div>
        <div class="row">
          <button
            type="button"
            ?disabled=${marks.length >= MOST}
            @click=${() => this.#putMarks([...marks, EMPTY], '', marks.length)}
          >
            표시 더하기
          </button>
          ${
            chosen
              ? html`<button type="button" @click=${this.#onRemove}>
                  ‘${chosen.name.ko || kindNames[chosen.kind]}’ 빼기
                </button>`
              : nothing
          }
        </div>
        ${chosen ? this.#renderMark(chosen, this.chosen) : nothing}
      </div>
    </fieldset>`;
  }

  #renderPin(at: Point, index: number, name: string) {
    return html`<button
      type="button"
      class="pin ${index === -1 ? 'here' : ''}"
      aria-pressed=${index === this.chosen ? 'true' : 'false'}
      aria-describedby="how"
      ${setStyles({ left: `${at.x * 100}%`, top: `${at.y * 100}%` })}
      @click=${(event: Event) => {
        event.stopPropagation();
        this.chosen = index;
      }}
      @focus=${() => (this.chosen = index)}
    >
      ${name}
    </button>`;
  }

  #renderMark(mark: Mark, index: number) {
    const put = (part: Partial<Mark>, field: string) =>
      this.#putMarks(
        this.map.marks.map((one, i) => (i === index ? { ...one, ...part } : one)),
        field === '' ? '' : `marks.${index}.${field}`,
      );
    return html`<div class="fields">
      ${selectField<Mark['kind']>({
        id: 'kind',
        label: '무엇인지',
        value: mark.kind,
        choices: markKinds.map((value) => ({ value, label: kindNames[value] })),
        onInput: (kind) => put({ kind }, ''),
      })}
      ${localizedField({
        id: 'name',
        label: '이름',
        max: 14,
        isRequired: true,
        value: mark.name,
        languages: this.languages,
        problemAt: (path) => this.problemAt(index, path === '' ? 'name' : `name.${path}`),
        onInput: (name) => put({ name }, 'name'),
      })}
    </div>`;
  }

  readonly #onTap = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    this.#move(this.chosen, {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    });
  };

  /** Of the mark that has the focus, which is the chosen one. */
  readonly #onKey = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const at = this.map.marks[this.chosen]?.at ?? this.map.here;
    this.#move(this.chosen, { x: at.x + arrow.x, y: at.y + arrow.y });
  };

  readonly #onRemove = () => {
    const left = this.map.marks.filter((_, index) => index !== this.chosen);
    this.#putMarks(left, '', -1);
  };

  #move(index: number, to: Point): void {
    const at = { x: within(to.x), y: within(to.y) };
    const { marks, here } = this.map;
    const part =
      index === -1
        ? { marks, here: at }
        : { here, marks: marks.map((mark, i) => (i === index ? { ...mark, at } : mark)) };
    this.dispatchEvent(new MapChange(part, `marks.${index}.at`));
  }

  #putMarks(marks: readonly Mark[], field: string, chosen = this.chosen): void {
    this.chosen = chosen;
    this.dispatchEvent(new MapChange({ here: this.map.here, marks: [...marks] }, field));
  }
}

const EMPTY: Mark = { kind: 'place', name: { ko: '' }, at: { x: 0.5, y: 0.3 } };

/** On the map, to a thousandth. */
function within(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000;
}

declare global {
  interface HTMLElementEventMap {
    'map-change': MapChange;
  }
  interface HTMLElementTagNameMap {
    'console-map-marks': ConsoleMapMarks;
  }
}
