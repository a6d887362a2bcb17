/** The console's colours and measures, as custom properties that every element inherits. */
import { css } from 'lit';

export const tokens = css`
  :host {
    --ground: light-dark(#f3f4f6, #0f1218);
    --card: light-dark(#ffffff, #191d26);
    --raised: light-dark(#f7f8fa, #212632);
    --ink: light-dark(#171b24, #f3f0ea);
    --soft: light-dark(#565e6e, #adb4c2);
    --line: light-dark(#e1e4e9, #2d3340);
    --edge: light-dark(#868e9c, #7a8394);
    --accent: light-dark(#ae4a1a, #f29b68);
    --accent-bar: light-dark(#d2622a, #f29b68);
    --good: light-dark(#17753a, #6bd08f);
    --warn: light-dark(#8a5300, #f0bb5e);
    --bad: light-dark(#b91f27, #ff8b8b);
    --good-ground: light-dark(#e6f4ea, #14301f);
    --warn-ground: light-dark(#fdf1dc, #362809);
    --bad-ground: light-dark(#fdeaea, #3b1718);
    --main: light-dark(#171b24, #f3f0ea);
    --on-main: light-dark(#ffffff, #12151c);
    --alarm: #c5222a;
    --on-alarm: #ffffff;
    --radius: 12px;
    --shadow: 0 8px 32px rgb(10 14 22 / 24%);
  }
`;
