/** A board drawn in small, with words over it. */
import { css } from 'lit';

export const boardPictureLook = css`
  figure {
    background: #0b0e14;
    border-radius: 12px;
    display: grid;
    margin-inline: auto;
    overflow: hidden;
    place-items: center;
    position: relative;
  }

  plaza-preview {
    width: 100%;
  }

  p {
    background: rgb(11 14 20 / 78%);
    border-radius: 10px;
    color: #f6f3ec;
    font-weight: 600;
    padding: 8px 16px;
    position: absolute;
    text-align: center;
  }

  .tall {
    max-width: 300px;
  }
`;
