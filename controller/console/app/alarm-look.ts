/** A dialog that lets an emergency out: `dialog`, and in it the `.title` of what goes out. */
import { css } from 'lit';

export const alarmLook = css`
  dialog {
    border-top: 10px solid var(--alarm);
  }

  dialog[open] {
    display: grid;
    gap: 14px;
  }

  .title {
    font-size: 1.375rem;
    font-weight: 800;
  }
`;
