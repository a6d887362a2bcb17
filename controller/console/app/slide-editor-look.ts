/** A slide's form beside its preview; on a phone below it, with what is done next at the bottom. */
import { css } from 'lit';

export const slideEditorLook = css`
  :host {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }

  /* Not a grid: what sticks would stay within its row. */
  .one > * + * {
    margin-top: 16px;
  }

  .one {
    --sticky-bottom: 150px;
    --sticky-top: 270px;
  }

  .two {
    --sticky-bottom: 80px;
  }

  .foot {
    align-items: center;
    background: var(--card);
    border-top: 1px solid var(--line);
    bottom: 0;
    display: flex;
    gap: 8px;
    margin: 0 -18px -16px;
    padding: 10px 18px;
    position: sticky;
    border-radius: 0 0 var(--radius) var(--radius);
    z-index: 4;
  }

  .foot .room {
    color: var(--soft);
    flex: 1;
    font-size: 0.875rem;
  }

  .step {
    flex: none;
    padding: 0;
    width: 48px;
  }

  .foot button {
    min-height: 48px;
  }

  .others {
    display: grid;
    gap: 10px;
    grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
  }

  .others button {
    min-height: 48px;
    padding-inline: 10px;
  }

  @media (width < 900px) {
    .one > console-slide-preview {
      background: var(--ground);
      border-bottom: 1px solid var(--line);
      margin: 0 -16px;
      padding: 8px 16px 10px;
    }

    .one > console-slide-preview:not([far]) {
      position: sticky;
      top: 0;
      z-index: 5;
    }

    .foot {
      bottom: calc(67px + env(safe-area-inset-bottom));
    }

    .foot .room {
      flex: none;
    }

    .foot .main {
      flex: 1;
      font-size: 1.0625rem;
      padding-inline: 8px;
    }
  }

  @media (width >= 900px) {
    .two {
      align-items: start;
      display: grid;
      gap: 28px;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .watch {
      display: grid;
      gap: 14px;
      grid-template-columns: minmax(0, 1fr);
      max-height: calc(100dvh - 96px);
      overflow: auto;
      padding: 3px;
      position: sticky;
      top: 76px;
    }
  }
`;
