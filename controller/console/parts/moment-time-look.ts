/** A slider below a ribbon of the day's hours, and the buttons of a player. */
import { css } from 'lit';

export const momentTimeLook = css`
  .ribbon {
    background: var(--line);
    border-radius: 6px;
    height: 26px;
    margin: 0 9px;
    overflow: hidden;
    position: relative;
  }

  .ribbon span {
    display: flex;
    flex-direction: column-reverse;
    inset-block: 0;
    padding-inline-end: 1px;
    position: absolute;
  }

  .ribbon i {
    background: var(--organization);
    min-height: 0;
  }

  .ribbon .house {
    background: repeating-linear-gradient(135deg, var(--edge) 0 2px, var(--card) 2px 5px);
  }

  input[type='range'] {
    accent-color: var(--accent-bar);
    cursor: pointer;
    height: 32px;
    margin: 0;
    width: 100%;
  }

  .clock {
    display: flex;
    font-size: 0.75rem;
    justify-content: space-between;
    margin: -6px 4px 0;
  }

  .fields {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 140px), 1fr));
  }

  .steps {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }

  .steps button {
    line-height: 1.2;
    padding-inline: 4px;
  }

  .steps .play {
    grid-column: span 2;
  }

  [aria-pressed='true'] {
    background: var(--main);
    border-color: var(--main);
    color: var(--on-main);
  }

  button[aria-pressed='true']:hover {
    background: var(--main);
  }

  @media (width >= 600px) {
    .steps {
      grid-template-columns: repeat(8, minmax(0, 1fr));
    }
  }
`;
