import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Screen } from '../../../shared/content/screen.ts';
import type { SlideContent } from '../../../shared/content/slide.ts';
import type { Fix } from '../../../shared/legibility/finding.ts';
import { judgeMeasured } from '../../../shared/legibility/judge-measured.ts';
import type { ReportedFinding } from '../../../shared/legibility/legibility-report.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { fieldLabel, sampleContent } from './content-fields.ts';
import { boardsFor, measureOnBoards } from './measure-boards.ts';
import { sceneSources } from './preview-scene.ts';

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
/**
 * How well a slide can be read on the boards that there are, measured on each while it is written:
 * `<console-legibility .desk .content .organizationId .shopId .slideId .dwellSeconds @fix-wanted @legibility-judged>`.
 */
@customElement('console-legibility')
export class ConsoleLegibility extends LitElement {
  static override styles = [
    look,
    css`
      li {
        align-items: start;
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
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  /** Undefined for a new one. */
  @property({ attribute: false }) slideId: string | undefined;
  @property({ type: Number }) dwellSeconds = 15;
  @state() private report: readonly ReportedFinding[] | undefined;
  @state() private isWaiting = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #measuring: AbortController | undefined;
  protected readonly watch = new Watch(this, () => [
    ...sceneSources(this.desk),
    this.desk.bookings,
  ]);

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    this.#measuring?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const isAnother =
      changed.has('content') ||
      changed.has('dwellSeconds') ||
      changed.has('organizationId') ||
      changed.has('shopId');
    if (!isAnother && (this.report || this.isWaiting)) return;
    this.isWaiting = true;
    this.#measuring?.abort();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#judge(), PAUSE_MS);
  }

  protected override render() {
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">읽기 쉬운지</h2>
      <div role="status" aria-busy=${this.isWaiting ? 'true' : 'false'}>
        ${this.#renderReport()}
      </div>
    </section>`;
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
    const isEverywhere = boards.length === 0 || boards.length === this.#boards().length;
    const names = this.#boards()
      .filter(({ id }) => boards.includes(id))
      .map(({ name }) => name);
    return html`<li>
      <span class="badge ${verdict === 'fail' ? 'bad' : 'warn'}"
        >${verdict === 'fail' ? '고칠 것' : '살필 것'}</span
      >
      <p>${label === '' ? nothing : html`<strong>${label}</strong> · `}${words}</p>
      ${isEverywhere ? nothing : html`<p class="soft small">${names.join(', ')}에서</p>`}
      ${
        fix
          ? html`<button type="button" @click=${() => this.dispatchEvent(new FixWanted(fix))}>
              ${fix.kind === 'dwell' ? `${fix.seconds}초로 늘리기` : fix.label}
            </button>`
          : nothing
      }
    </li>`;
  }

  async #judge(): Promise<void> {
    this.#measuring?.abort();
    const measuring = new AbortController();
    this.#measuring = measuring;
    const { desk, dwellSeconds } = this;
    const content = sampleContent(this.content);
    const draft = { content, ...this.#owner() };
    const measured = await measureOnBoards(desk, draft, measuring.signal);
    if (measuring.signal.aborted) return;
    const screens = (desk.screens.value ?? []).map(({ screen }) => screen);
    this.isWaiting = false;
    this.report = judgeMeasured({ content, dwellSeconds, measured, screens });
    this.dispatchEvent(new LegibilityJudged(this.report.some(({ verdict }) => verdict === 'fail')));
  }

  #owner() {
    const { organizationId, shopId, slideId } = this;
    return { organizationId, shopId, slideId };
  }

  #boards(): readonly Screen[] {
    return boardsFor(this.desk, this.slideId);
  }
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
