/** Buttons that open a file chooser, and the pages of a PDF. */
import { css } from 'lit';

export const filePickLook = css`
  .picks {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .pick {
    flex: 1 1 auto;
    position: relative;
  }

  .pick.main {
    flex-basis: 100%;
  }

  .pick:focus-within {
    outline: 3px solid var(--accent-bar);
    outline-offset: 2px;
  }

  .pick input {
    cursor: pointer;
    height: 100%;
    inset: 0;
    opacity: 0;
    position: absolute;
    width: 100%;
  }

  progress {
    accent-color: var(--accent-bar);
    height: 14px;
    width: 100%;
  }

  .pages {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
  }

  .pages button {
    display: grid;
    gap: 4px;
    justify-items: center;
    padding: 6px;
  }

  .pages img {
    background: #fff;
    height: 110px;
    object-fit: contain;
    width: 100%;
  }
`;
