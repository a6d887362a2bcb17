/** Columns of a day's hours: one row on a desktop, forenoon and afternoon below each other on a phone. */
import { css } from 'lit';

export const dayStripLook = css`
  :host {
    --column: 72px;
  }

  ol {
    display: grid;
    gap: 6px 0;
    grid-template-columns: repeat(12, minmax(0, 1fr));
  }

  li,
  button {
    align-items: center;
    display: grid;
    gap: 4px;
    grid-template-rows: 14px var(--column) 22px;
    justify-items: stretch;
    min-width: 0;
  }

  button {
    background: none;
    border: 0;
    border-radius: 8px;
    font-weight: 600;
    line-height: 1;
    min-height: 0;
    padding: 4px 1px;
    width: 100%;
  }

  li > button {
    grid-row: 1 / -1;
  }

  li.shut {
    color: var(--soft);
    padding: 4px 1px;
  }

  .shut .column {
    border-bottom: 2px dotted var(--edge);
    height: 2px;
  }

  button[aria-pressed='true'] {
    background: var(--main);
    color: var(--on-main);
  }

  button[aria-pressed='true']:hover {
    background: var(--main);
  }

  .marks {
    display: flex;
    justify-content: center;
  }

  .marks svg {
    flex: none;
    height: 12px;
    width: 12px;
  }

  .count::after {
    content: attr(data-count);
  }

  .count {
    font-size: 0.75rem;
    text-align: center;
  }

  .short {
    color: var(--bad);
  }

  .exclusive,
  .full,
  .idle {
    color: var(--soft);
  }

  [aria-pressed='true'] .marks > * {
    color: inherit;
  }

  .column {
    align-self: end;
    border-radius: 4px;
    display: flex;
    flex-direction: column-reverse;
    gap: 1px;
    justify-self: center;
    max-width: 30px;
    min-height: 2px;
    overflow: hidden;
    width: calc(100% - 4px);
  }

  .past .column {
    opacity: 0.45;
  }

  .column i {
    background: var(--organization);
    min-height: 0;
  }

  .column .house,
  .key.house {
    background: repeating-linear-gradient(135deg, var(--edge) 0 2px, transparent 2px 5px);
  }

  .label {
    align-self: center;
    border-radius: 999px;
    font-size: 0.8125rem;
    justify-self: center;
    min-width: 22px;
    padding: 4px 0;
    text-align: center;
    white-space: nowrap;
  }

  .now .label {
    background: var(--accent);
    color: light-dark(#ffffff, #12151c);
    font-weight: 800;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin-top: 12px;
  }

  .legend li {
    align-items: center;
    display: flex;
    gap: 7px;
  }

  .key {
    background: var(--organization);
    border-radius: 3px;
    flex: none;
    height: 12px;
    width: 12px;
  }

  .legend svg {
    height: 12px;
    width: 12px;
  }

  @media (width >= 900px) {
    :host {
      --column: 104px;
    }

    ol.day {
      grid-template-columns: repeat(var(--hours, 24), minmax(0, 1fr));
    }
  }
`;
