/** Colours and type of everything on the board. */
import { css, unsafeCSS } from 'lit';
import { CHINESE_FAMILY, FONT_FAMILY, HANJA_FAMILY, JAPANESE_FAMILY } from './fonts.ts';

/** For what belongs to nobody, such as the house clock. */
export const HOUSE_ACCENT = '#d9c9a8';

export const tokens = css`
  .board {
    --ink: #0b0e14;
    --paper: #f6f3ec;
    --soft: #dfe1e6;
    --dim: #a4acbb;
    --line: #262c38;
    --pill: #232935;
    --open: #1d3a2b;
    --open-ink: #a3efbd;
    position: relative;
    container-type: size;
    box-sizing: border-box;
    width: 100%;
    height: 100%;
    overflow: hidden;
    background: var(--ink);
    color: var(--paper);
    font-family: '${unsafeCSS(FONT_FAMILY)}', '${unsafeCSS(HANJA_FAMILY)}', sans-serif;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    font-kerning: normal;
    line-height: 1.4;
    letter-spacing: -0.015em;
    word-break: keep-all;
    text-wrap: balance;
    text-align: start;
    cursor: none;
    user-select: none;
  }

  /* By night the eye is wide open: less white, a blacker ground, and warmer. */
  .board.night {
    --ink: #07090d;
    --paper: #e6dfd0;
    --soft: #c9c7c2;
    --dim: #989ea9;
    --line: #1f242e;
    --pill: #1b202a;
    --open: #18301f;
    --open-ink: #8fd3a6;
  }

  /* The same character has other strokes in China and in Japan. */
  .board :lang(zh) {
    font-family:
      '${unsafeCSS(FONT_FAMILY)}', '${unsafeCSS(CHINESE_FAMILY)}', '${unsafeCSS(HANJA_FAMILY)}',
      sans-serif;
  }

  .board :lang(ja) {
    font-family:
      '${unsafeCSS(FONT_FAMILY)}', '${unsafeCSS(JAPANESE_FAMILY)}', '${unsafeCSS(HANJA_FAMILY)}',
      sans-serif;
  }

  .board * {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
