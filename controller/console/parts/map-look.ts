/** A map to put marks on. */
import { css } from 'lit';

export const mapLook = css`
  .map {
    aspect-ratio: 100 / 56;
    background: var(--raised);
    border: 1px solid var(--edge);
    border-radius: 10px;
    cursor: crosshair;
    overflow: hidden;
    position: relative;
  }

  svg {
    display: block;
    height: 100%;
    width: 100%;
  }

  polyline {
    stroke: var(--edge);
    stroke-width: 1;
  }

  .rail {
    stroke-dasharray: 3 2;
    stroke-width: 2.5;
  }

  .road {
    stroke-width: 2;
  }

  .pin {
    border-radius: 999px;
    font-size: 0.8125rem;
    min-height: 32px;
    padding: 2px 10px;
    position: absolute;
    transform: translate(-50%, -50%);
    white-space: nowrap;
  }

  .here {
    border-color: var(--accent-bar);
    border-width: 3px;
  }

  [aria-pressed='true'] {
    background: var(--main);
    border-color: var(--main);
    color: var(--on-main);
    z-index: 1;
  }
`;
