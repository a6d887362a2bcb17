/** Buttons, fields and dialogs. */
import { css } from 'lit';

export const controls = css`
  button,
  .button,
  input,
  select,
  textarea {
    color: inherit;
    font: inherit;
    /* What has the focus is never under what sticks to the window. */
    scroll-margin-block: var(--sticky-top, 0) var(--sticky-bottom, 0);
  }

  button,
  .button {
    align-items: center;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 10px;
    color: var(--ink);
    cursor: pointer;
    display: inline-flex;
    font-weight: 700;
    gap: 8px;
    justify-content: center;
    line-height: 1.25;
    min-height: 46px;
    padding: 8px 18px;
    text-align: center;
    text-decoration: none;
    touch-action: manipulation;
  }

  button:hover,
  .button:hover {
    background: var(--raised);
  }

  button.main,
  .button.main {
    background: var(--main);
    border-color: var(--main);
    color: var(--on-main);
  }

  button.main:hover,
  .button.main:hover {
    opacity: 0.88;
  }

  button.alarm {
    background: var(--alarm);
    border-color: var(--alarm);
    color: var(--on-alarm);
  }

  button.alarm-line,
  .button.alarm-line {
    border-color: var(--bad);
    color: var(--bad);
  }

  button.plain {
    background: none;
    border-color: transparent;
    padding-inline: 10px;
  }

  button.plain:hover {
    background: var(--raised);
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  .tall {
    font-size: 1.0625rem;
    min-height: 54px;
  }

  input:not([type='checkbox'], [type='radio'], [type='range'], [type='file']),
  select,
  textarea {
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 10px;
    min-height: 46px;
    min-width: 0;
    padding: 8px 12px;
    width: 100%;
  }

  textarea {
    line-height: 1.5;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--bad);
    border-width: 2px;
  }

  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--accent-bar);
    flex: none;
    height: 22px;
    margin: 0;
    width: 22px;
  }

  .field {
    align-content: start;
    display: grid;
    gap: 6px;
    min-width: 0;
  }

  .field > label,
  legend {
    font-weight: 700;
    padding: 0;
  }

  legend + * {
    margin-top: 8px;
  }

  .field .hint {
    color: var(--soft);
    font-size: 0.875rem;
  }

  .field .count {
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .field .problem {
    color: var(--bad);
    font-size: 0.9375rem;
    font-weight: 600;
  }

  .tongues {
    display: grid;
    gap: 10px;
  }

  .fields {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .chip {
    align-items: center;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 999px;
    cursor: pointer;
    display: inline-flex;
    font-weight: 600;
    gap: 8px;
    justify-content: center;
    min-height: 44px;
    min-width: 44px;
    padding: 6px 16px;
    position: relative;
  }

  .chip input {
    cursor: pointer;
    height: 100%;
    inset: 0;
    opacity: 0;
    position: absolute;
    width: 100%;
  }

  .chip:has(:checked) {
    background: var(--main);
    border-color: var(--main);
    color: var(--on-main);
  }

  .chip:has(:focus-visible) {
    outline: 3px solid var(--accent-bar);
    outline-offset: 2px;
  }

  .tick {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 10px;
    min-height: 44px;
  }

  dialog {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 16px;
    box-shadow: var(--shadow);
    color: var(--ink);
    max-height: min(90dvh, 760px);
    max-width: min(560px, 100vw - 24px);
    overflow: auto;
    padding: 22px;
    width: 100%;
  }

  dialog::backdrop {
    background: rgb(8 11 17 / 55%);
  }

  @media (width < 600px) {
    dialog {
      margin-bottom: 12px;
    }
  }
`;
