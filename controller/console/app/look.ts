/** What every element of the console looks like; put it first among an element's styles. */
import { css, type CSSResult } from 'lit';
import { controls } from './controls.ts';

const base = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  fieldset {
    border: 0;
    min-width: 0;
  }

  h1 {
    font-size: 1.625rem;
    font-weight: 800;
    letter-spacing: -0.02em;
    line-height: 1.3;
  }

  h2 {
    font-size: 1.125rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    line-height: 1.4;
  }

  h3 {
    font-size: 1rem;
    font-weight: 700;
  }

  a {
    color: var(--accent);
    font-weight: 600;
    text-underline-offset: 3px;
  }

  svg {
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
  }

  /* On the button of its calendar a date has the focus within only. */
  input:is([type='date'], [type='time']):focus-within,
  :focus-visible {
    outline: 3px solid var(--accent-bar);
    outline-offset: 2px;
  }

  .card {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .pad {
    padding: 16px 18px;
  }

  .stack {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }

  /* What speaks up later is there, and takes no room before. What says something at once is a paragraph. */
  .stack > div[role='alert']:not(:has(*)),
  .stack > div[role='status']:not(:has(*)) {
    position: absolute;
  }

  .row {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }

  .between {
    justify-content: space-between;
  }

  .soft {
    color: var(--soft);
  }

  .small {
    font-size: 0.875rem;
  }

  .good {
    color: var(--good);
  }

  .warn {
    color: var(--warn);
  }

  .bad {
    color: var(--bad);
  }

  .figures {
    font-variant-numeric: tabular-nums;
  }

  .hidden {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }

  .badge {
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 999px;
    display: inline-block;
    font-size: 0.8125rem;
    font-weight: 600;
    padding: 2px 10px;
    white-space: nowrap;
  }

  .badge.good {
    background: var(--good-ground);
    border-color: transparent;
  }

  .badge.warn {
    background: var(--warn-ground);
    border-color: transparent;
  }

  .badge.bad {
    background: var(--bad-ground);
    border-color: transparent;
  }

  .bar {
    background: var(--organization, var(--edge));
    border-radius: 3px;
    flex: none;
    height: 36px;
    width: 6px;
  }

  .note {
    background: var(--raised);
    border-radius: 10px;
    padding: 12px 14px;
  }

  .note.bad {
    background: var(--bad-ground);
  }

  .note.warn {
    background: var(--warn-ground);
  }

  .note.good {
    background: var(--good-ground);
  }

  .list > * + * {
    border-top: 1px solid var(--line);
  }

  .empty {
    display: grid;
    gap: 12px;
    justify-items: center;
    padding: 40px 20px;
    text-align: center;
  }

  .skeleton {
    background: var(--line);
    border-radius: 10px;
    min-height: 56px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;

export const look: CSSResult[] = [base, controls];
