/** The calendar's own style sheets, in the console's colours. */
import skeleton from 'fullcalendar/skeleton.css?inline';
import theme from 'fullcalendar/themes/classic/theme.css?inline';
import { css, unsafeCSS, type CSSResult } from 'lit';

/** What the packages say of the document's root is said of the element, which is all that they see. */
const scoped = (text: string) => unsafeCSS(text.replaceAll(':root', ':host'));

const colours = css`
  :host {
    --fc-classic-background: var(--card);
    --fc-classic-border: var(--line);
    --fc-classic-strong-border: var(--edge);
    --fc-classic-foreground: var(--ink);
    --fc-classic-faint-foreground: var(--soft);
    --fc-classic-muted-foreground: var(--soft);
    --fc-classic-faint: var(--raised);
    --fc-classic-muted: var(--raised);
    --fc-classic-strong: var(--line);
    --fc-classic-primary: var(--accent-bar);
    --fc-classic-primary-foreground: var(--ink);
    --fc-classic-event: var(--card);
    --fc-classic-event-contrast: var(--ink);
    --fc-classic-today: light-dark(#fff6ee, #241c17);
    --fc-classic-highlight: light-dark(#fde9da, #3a2a1f);
    --fc-classic-now: var(--bad);
    --fc-classic-small-dot-width: 8px;
    --fc-classic-large-dot-width: 10px;
    -webkit-touch-callout: none;
    user-select: none;
  }
`;

const bars = css`
  .bar-of-plan {
    background: var(--raised);
    border: 1px solid var(--line);
    border-inline-start: 5px solid var(--fc-event-color, var(--edge));
    border-radius: 6px;
    color: var(--ink);
    cursor: pointer;
    font-size: 0.8125rem;
    line-height: 1.35;
    min-height: 24px;
  }

  .inner {
    min-height: 0;
    overflow: hidden;
  }

  .bar-of-plan:focus-visible {
    outline: 3px solid var(--accent-bar);
    outline-offset: 1px;
  }

  .bar-of-plan.exclusive {
    background: var(--warn-ground);
    border-color: var(--warn);
    border-inline-start-color: var(--fc-event-color, var(--edge));
    font-weight: 700;
  }

  .bar-of-plan.pushed {
    background: var(--card);
    border-block-style: dashed;
    border-inline-end-style: dashed;
  }

  .bar-of-plan.left {
    opacity: 0.45;
  }

  .bar-of-plan.moving {
    background: var(--main);
    color: var(--on-main);
    font-weight: 700;
    z-index: 5;
  }

  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    overflow: hidden;
    padding: 1px 6px;
    word-break: keep-all;
  }

  .in-row .words {
    flex-wrap: nowrap;
    white-space: nowrap;
  }

  .in-row .what {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .bar-of-plan {
    container-type: inline-size;
  }

  @container (width < 76px) {
    .when {
      display: none;
    }
  }

  @container (width < 130px) {
    .in-row .when {
      display: none;
    }
  }

  .when {
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }

  .mark {
    color: var(--warn);
    flex: none;
    font-size: 0.75rem;
    font-weight: 700;
  }
`;

const days = css`
  .day {
    display: grid;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    gap: 0 6px;
    justify-items: center;
    line-height: 1.35;
    padding: 4px 2px;
  }

  .in-cell {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    padding: 2px 4px;
  }

  .free {
    color: var(--bad);
  }

  .named {
    font-size: 0.75rem;
    font-weight: 600;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .market {
    color: var(--good);
  }

  .today .number {
    background: var(--main);
    border-radius: 999px;
    color: var(--on-main);
    padding: 0 8px;
  }
`;

export const bookingGridLook: CSSResult[] = [scoped(skeleton), scoped(theme), colours, bars, days];
