/** How a request to let an emergency out is dressed. */
import { css } from 'lit';

export const releaseLook = css`
  .release {
    border: 2px solid var(--alarm);
    overflow: hidden;
  }

  .release > header {
    align-items: center;
    background: var(--alarm);
    color: var(--on-alarm);
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    justify-content: space-between;
    padding: 10px 18px;
  }

  .words {
    align-content: start;
  }

  .title {
    font-size: 1.375rem;
    font-weight: 800;
    line-height: 1.35;
  }
`;
