import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../../shared/slides/plaza-announcement.ts';
import type { PlazaAnnouncement } from '../../shared/slides/plaza-announcement.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import type { Cover } from '../player/view.ts';
import { PageTurner } from './page-turner.ts';

/** Long enough to read a page of an announcement twice. */
const PAGE_MS = 8_000;
const PAGES_KEPT = 20;

/**
 * The announcement that fills the board: `<plaza-cover>`. Its inside is built once and kept, out of
 * sight, so that an announcement costs one layout and no more.
 */
@customElement('plaza-cover')
export class PlazaCover extends LitElement {
  static override styles = css`
    :host {
      display: block;
      visibility: hidden;
      background: #000;
    }

    :host([data-on]) {
      visibility: visible;
    }
  `;

  @state() private cover: Cover | null = null;
  @state() private scene: Scene | null = null;
  @query('plaza-announcement') private announcement!: PlazaAnnouncement | null;
  readonly #turner = new PageTurner(this);
  #isOn = false;
  /** At which page each important announcement was cut off, where it goes on. */
  readonly #pages = new Map<string, number>();

  /** Cuts `cover` in, in this very frame; null takes it off. */
  show(cover: Cover | null, scene: Scene): void {
    this.#rememberPage();
    this.toggleAttribute('data-on', cover !== null);
    this.#isOn = cover !== null;
    if (!cover) {
      this.#turner.stop();
      return;
    }
    this.cover = cover;
    this.scene = scene;
    void this.#turnPages(cover);
  }

  protected override render() {
    return html`<plaza-announcement
      .announcement=${this.cover?.announcement ?? null}
      .phase=${this.cover?.layer === 'all-clear' ? 'all-clear' : 'live'}
      .scene=${this.scene}
      .page=${this.#turner.page}
    ></plaza-announcement>`;
  }

  async #turnPages(cover: Cover): Promise<void> {
    const from = this.#pages.get(keyOf(cover)) ?? 0;
    this.#turner.start(from + 1, PAGE_MS, from);
    await this.updateComplete;
    await this.announcement?.ready;
    if (this.cover !== cover || !this.#isOn) return;
    this.#turner.start(this.announcement?.pages ?? 1, PAGE_MS, from);
  }

  /** An important announcement comes again and again, each time for less than all its pages may need. */
  #rememberPage(): void {
    if (!this.#isOn || this.cover?.layer !== 'important') return;
    const key = keyOf(this.cover);
    this.#pages.delete(key);
    this.#pages.set(key, this.#turner.page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > PAGES_KEPT && oldest !== undefined) this.#pages.delete(oldest);
  }
}

function keyOf({ announcement, layer }: Cover): string {
  return `${layer}/${announcement.id}/${announcement.seq}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-cover': PlazaCover;
  }
}
