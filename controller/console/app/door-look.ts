/** The pages before one is inside: setup, invitation, sign-in. */
import { css } from 'lit';

export const doorLook = css`
  :host {
    display: grid;
    min-height: 100dvh;
    padding: 24px 16px;
    place-content: center;
  }

  form {
    display: grid;
    gap: 18px;
    padding: 28px 24px;
    width: min(100vw - 32px, 420px);
  }

  .brand {
    color: var(--soft);
    font-weight: 700;
  }
`;
