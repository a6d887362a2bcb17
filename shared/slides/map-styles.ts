/** How a map is dressed: quiet land, lighter ways, and what helps a stranger brightest. */
import { css } from 'lit';

export const mapStyles = css`
  .board {
    --land: #141a26;
    --road: #2b3345;
    --deck: #8690a5;
    --bed: #1d2432;
    --ties: #6b768d;
    --sign: #3a445a;
  }

  .board.night {
    --land: #0f141d;
    --road: #222937;
    --deck: #6f788a;
    --bed: #161c28;
    --ties: #565f72;
    --sign: #2f384b;
  }

  .ground {
    position: absolute;
    inset: var(--ground);
    background: var(--land);
  }

  .ground::after {
    position: absolute;
    inset: 0;
    background: linear-gradient(to right, var(--ink) 0, transparent 9%);
    content: '';
  }

  .tall.ground::after {
    background: linear-gradient(to bottom, var(--ink) 0, transparent 9%);
  }

  .ground svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .ground path {
    fill: none;
    stroke-linejoin: round;
  }

  .road {
    stroke: var(--road);
    stroke-linecap: round;
  }

  .path {
    stroke: color-mix(in srgb, var(--accent) 75%, var(--land));
    stroke-linecap: round;
  }

  .deck {
    stroke: var(--deck);
  }

  .bed {
    stroke: var(--bed);
  }

  .ties {
    stroke: var(--ties);
  }

  .glow {
    fill: var(--accent);
    opacity: 0.14;
  }

  .board .words {
    display: block;
  }

  .head {
    position: absolute;
    inset: var(--head);
    display: flex;
    flex-direction: column;
  }

  .wide.head .byline {
    margin-right: 0;
  }

  .wide.head .main {
    flex: none;
    margin-top: 0.4em;
  }

  .head .title {
    font-size: calc(max(var(--title) * 0.72, var(--body)));
  }

  .mark,
  .name {
    position: absolute;
    top: 0;
    left: 0;
    font-size: var(--name);
    line-height: 1.2;
  }

  .mark {
    display: grid;
    place-items: center;
    width: var(--sign-size);
    height: var(--sign-size);
    border-radius: 0.3em;
    background: var(--sign);
    color: var(--paper);
  }

  .mark svg {
    width: 76%;
    height: 76%;
    fill: currentColor;
  }

  .mark.shop {
    color: var(--accent);
  }

  .mark.exit {
    background: var(--paper);
    color: var(--ink);
    font-weight: 800;
  }

  .mark.here {
    border: calc(var(--sign-size) * 0.16) solid var(--paper);
    border-radius: 50%;
    background: var(--accent);
  }

  .name {
    max-width: 8.5em;
    overflow-wrap: anywhere;
    padding: 0.08em 0.3em;
    border-radius: 0.3em;
    background: var(--land);
    color: var(--paper);
    font-weight: 700;
    letter-spacing: -0.02em;
  }

  .name.way {
    color: var(--dim);
    font-weight: 600;
  }

  .name.here {
    padding: 0.14em 0.5em;
    background: var(--accent);
    color: var(--ink);
    font-weight: 800;
  }
`;
