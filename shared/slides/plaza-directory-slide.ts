import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { directoryEntries, type DirectoryEntry } from './directory-entries.ts';
import { directoryStyles } from './directory-styles.ts';
import { isInside } from './fit-text.ts';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, named } from './slide-parts.ts';

/**
 * Shops that are open now, nearest first, as many as fit; `page` shows the next ones:
 * `<plaza-directory-slide .slide .content .scene .page>`.
 */
@customElement('plaza-directory-slide')
export class PlazaDirectorySlide extends SlideElement<'directory'> {
  static override styles = [...SlideElement.styles, directoryStyles];

  protected override renderWords(page: Page<'directory'>) {
    const entries = directoryEntries(page.scene, page.content.trade);
    return html`${byline(page, null)}
      <div class="main">
        ${heading(page, page.content.title)}
        ${entries.length === 0 ? this.#renderNone(page) : this.#renderList(page, entries)}
      </div>`;
  }

  #renderList(page: Page<'directory'>, entries: readonly DirectoryEntry[]) {
    return html`<ul class="list">
        ${entries.map((entry) => this.#renderRow(page, entry))}
      </ul>
      ${
        page.tiny
          ? nothing
          : html`<p class="aside foot" lang=${page.scene.language} data-spare="6">
              ${phrases(page.scene.language).minutesFromExit}
            </p>`
      }`;
  }

  #renderRow(page: Page<'directory'>, { shop, open }: DirectoryEntry) {
    const words = phrases(page.scene.language);
    const isOpen = open.state === 'open';
    return html`<li class=${isOpen ? '' : 'later'}>
      <span class="name" data-tight>${shop.name.ko}</span>
      ${
        page.tiny
          ? nothing
          : html`<span class="goods" lang=${page.scene.language} data-spare="7"
              >${named(page, shop.goods)}</span
            >`
      }
      <span class="walk" lang=${page.scene.language}>
        ${isOpen ? words.minutes(shop.walkMinutes) : words.from(open.fromMinute ?? 0)}
      </span>
    </li>`;
  }

  #renderNone(page: Page<'directory'>) {
    const words = phrases(page.scene.language);
    return html`<div class="lines" lang=${page.scene.language}>
      <p>${words.noneOpen}</p>
      <p data-spare="1">${words.comeBack}</p>
    </div>`;
  }

  /** The type is fitted to the rows that a page should have; then as many rows as fit make a page. */
  protected override fit(): void {
    const rows = [...(this.words?.querySelectorAll<HTMLElement>('li') ?? [])];
    for (const [index, row] of rows.entries()) row.hidden = index >= this.#wantedRows();
    super.fit();
    if (!this.words || rows.length === 0) return;
    for (const row of rows) row.hidden = true;
    const pages = this.#paginate(rows);
    this.pages = pages.length;
    const shown = pages[this.page % pages.length] ?? [];
    for (const row of rows) row.hidden = !shown.includes(row);
    const marker = this.words.querySelector<HTMLElement>('.marker');
    if (!marker) return;
    marker.hidden = pages.length < 2;
    marker.textContent = `${(this.page % pages.length) + 1}/${pages.length}`;
  }

  #wantedRows(): number {
    const { heightPx = 0, widthPx = 0 } = this.scene?.geometry ?? {};
    return heightPx < 420 ? Math.min(3, Math.floor(widthPx / 150)) : 6;
  }

  #paginate(rows: readonly HTMLElement[]): readonly (readonly HTMLElement[])[] {
    const pages: HTMLElement[][] = [];
    let open: HTMLElement[] = [];
    for (const row of rows) {
      row.hidden = false;
      if (open.length > 0 && this.words && !isInside(this.words)) {
        for (const one of open) one.hidden = true;
        pages.push(open);
        open = [];
      }
      open.push(row);
    }
    pages.push(open);
    return pages;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-directory-slide': PlazaDirectorySlide;
  }
}
