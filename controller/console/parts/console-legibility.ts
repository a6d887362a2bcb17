import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ScreenFields } from '../../../shared/content/screen.ts';
import type { SlideContent } from '../../../shared/content/slide.ts';
import type { Fix } from '../../../shared/legibility/finding.ts';
import { judge } from '../../../shared/legibility/judge.ts';
import { measureSlide } from '../../../shared/slides/measure.ts';
import '../../../shared/slides/plaza-slide.ts';
import type { PlazaSlide } from '../../../shared/slides/plaza-slide.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { fieldLabel, sampleContent } from './content-fields.ts';
import { legibilityReport, type BoardFindings, type ReportedFinding } from './legibility-report.ts';
import { sceneOf, sceneSources, slideOf } from './preview-scene.ts';

/** The person asks for what a finding proposes. */
export class FixWanted extends Event {
  static readonly type = 'fix-wanted';
  readonly fix: Fix;

  constructor(fix: Fix) {
    super(FixWanted.type, { bubbles: true, composed: true });
    this.fix = fix;
  }
}

/** The slide was judged as it now is. */
export class LegibilityJudged extends Event {
  static readonly type = 'legibility-judged';
  /** Whether it may not be submitted. */
  readonly isFailing: boolean;

  constructor(isFailing: boolean) {
    super(LegibilityJudged.type);
    this.isFailing = isFailing;
  }
}

/** A pause in typing. */
const PAUSE_MS = 400;
/** Boards of different shape that are measured; more than these differ little. */
const MOST_BOARDS = 6;

/**
 * How well a slide can be read on the boards that there are, measured on each while it is written:
 * `<console-legibility .desk .content .organizationId .shopId .dwellSeconds @fix-wanted @legibility-judged>`.
 */
@customElement('console-legibility')
export class ConsoleLegibility extends LitElement {
  static override styles = [
    look,
    css`
      li {
        display: grid;
        gap: 4px 10px;
        grid-template-columns: auto minmax(0, 1fr);
        padding: 12px 0;
      }

      li > :not(.badge) {
        grid-column: 2;
      }

      li > .badge {
        grid-row: 1;
      }

      li > p {
        grid-row: 1;
      }

      /* Laid out at the board's size, seen by nobody. */
      .stage {
        height: 0;
        left: 0;
        overflow: hidden;
        pointer-events: none;
        position: fixed;
        top: 0;
        visibility: hidden;
        width: 0;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  @property({ type: Number }) dwellSeconds = 15;
  @state() private report: readonly ReportedFinding[] | undefined;
  @state() private isWaiting = false;
  /** The board that is being measured. */
  @state() private board: ScreenFields | undefined;
  @query('plaza-slide') private slide!: PlazaSlide | null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  protected readonly watch = new Watch(this, () => sceneSources(this.desk));

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    this.#round += 1;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const isAnother =
      changed.has('content') ||
      changed.has('dwellSeconds') ||
      changed.has('organizationId') ||
      changed.has('shopId');
    if (!isAnother && (this.report || this.isWaiting)) return;
    this.isWaiting = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#judge(), PAUSE_MS);
  }

  protected override render() {
    return html`<section class="card pad stack" aria-labelledby="title">
        <h2 id="title">읽기 쉬운지</h2>
        <div role="status" aria-busy=${this.isWaiting ? 'true' : 'false'}>
          ${this.#renderReport()}
        </div>
      </section>
      ${this.#renderStage()}`;
  }

  #renderReport() {
    const { report } = this;
    if (!report) return html`<p class="soft">화면마다 재어 보는 중…</p>`;
    const boards = this.#boards().length;
    if (boards === 0) return html`<p class="soft">등록된 화면이 없어 재지 못했습니다.</p>`;
    if (report.length === 0)
      return html`<p>
        <span class="badge good">좋음</span> 화면 ${boards}곳에서 모두 잘 읽힙니다.
      </p>`;
    return html`<ul>
      ${report.map((finding) => this.#renderFinding(finding))}
    </ul>`;
  }

  #renderFinding({ verdict, field, words, fix, boards }: ReportedFinding) {
    const label = fieldLabel(this.content.template, field);
    const isEverywhere = boards.length === this.#boards().length;
    return html`<li>
      <span class="badge ${verdict === 'fail' ? 'bad' : 'warn'}"
        >${verdict === 'fail' ? '고칠 것' : '살필 것'}</span
      >
      <p>${label === '' ? nothing : html`<strong>${label}</strong> · `}${words}</p>
      ${isEverywhere ? nothing : html`<p class="soft small">${boards.join(', ')}에서</p>`}
      ${
        fix
          ? html`<button type="button" @click=${() => this.dispatchEvent(new FixWanted(fix))}>
              ${fix.seconds}초로 늘리기
            </button>`
          : nothing
      }
    </li>`;
  }

  #renderStage() {
    const { board } = this;
    if (!board) return nothing;
    const size = { width: `${board.widthPx}px`, height: `${board.heightPx}px` };
    return html`<div class="stage" inert aria-hidden="true">
      <div ${setStyles(size)}>
        <plaza-slide
          .slide=${slideOf(sampleContent(this.content), this)}
          .scene=${nightScene(this.desk, board)}
        ></plaza-slide>
      </div>
    </div>`;
  }

  async #judge(): Promise<void> {
    const round = (this.#round += 1);
    const judged: BoardFindings[] = [];
    for (const { name, ...board } of this.#boards()) {
      this.board = { name, ...board };
      await this.updateComplete;
      const measurement = await this.#measured();
      if (round !== this.#round) return;
      if (measurement)
        judged.push({
          name,
          findings: judge({ measurement, board, dwellSeconds: this.dwellSeconds }),
        });
    }
    this.board = undefined;
    this.isWaiting = false;
    this.report = legibilityReport(judged);
    this.dispatchEvent(new LegibilityJudged(this.report.some(({ verdict }) => verdict === 'fail')));
  }

  async #measured() {
    const { slide } = this;
    // The words are laid out even where the picture fails, which the preview shows.
    await slide?.ready.catch(() => undefined);
    return slide ? measureSlide(slide) : undefined;
  }

  /** One board of each kind, by what the rules look at. */
  #boards(): readonly ScreenFields[] {
    const byKind = new Map<string, ScreenFields>();
    for (const { screen } of this.desk.screens.value ?? []) {
      const { widthPx, heightPx, pitchMm, viewingDistanceM } = screen;
      const { facesRoad, trafficSignalWithin30m } = screen;
      const kind = [
        widthPx,
        heightPx,
        pitchMm,
        viewingDistanceM,
        facesRoad,
        trafficSignalWithin30m,
      ];
      if (!byKind.has(kind.join())) byKind.set(kind.join(), screen);
    }
    return [...byKind.values()].slice(0, MOST_BOARDS);
  }
}

/** The rules ask more of a slide at night. */
function nightScene(desk: Desk, board: ScreenFields): Scene {
  return { ...sceneOf(desk, board), form: 'night' };
}

declare global {
  interface HTMLElementEventMap {
    'fix-wanted': FixWanted;
    'legibility-judged': LegibilityJudged;
  }
  interface HTMLElementTagNameMap {
    'console-legibility': ConsoleLegibility;
  }
}
