/** How every slide is composed: words and one picture, arranged by the shape of the board. */
import { css } from 'lit';
import { languageStyles } from './language-styles.ts';

export const slideStyles = css`
  :host {
    display: block;
    width: 100%;
    height: 100%;
  }

  .words {
    position: absolute;
    inset: var(--margin);
    bottom: calc(var(--frame) + var(--margin) * 0.5);
    display: flex;
    flex-direction: column;
    justify-content: safe center;
  }

  .main {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }

  ${languageStyles}

  .broken {
    overflow-wrap: anywhere;
  }

  .forced {
    word-break: normal;
  }

  .byline {
    display: flex;
    align-items: center;
    gap: 0.42em;
    margin-bottom: 0.35em;
    color: var(--accent);
    font-size: var(--label);
    font-weight: 700;
    line-height: 1.3;
    white-space: nowrap;
  }

  .byline .bar {
    flex: none;
    width: 0.22em;
    height: 0.92em;
    border-radius: 0.11em;
    background: var(--accent);
  }

  .byline .kind {
    color: var(--dim);
    font-weight: 500;
  }

  /* Which of several pages this is. */
  .byline .marker {
    margin-inline-start: auto;
    padding-inline-start: 0.5em;
    color: var(--dim);
    font-weight: 500;
  }

  .title {
    font-size: var(--title);
    font-weight: 800;
    font-variant-numeric: proportional-nums;
    line-height: 1.25;
    letter-spacing: -0.035em;
  }

  /* It was read on the first page; here it only says what the rest is about. */
  .later .title {
    font-size: calc(max(var(--body) * 1.05, var(--least)));
  }

  .second {
    color: var(--dim);
    font-size: calc(var(--label) * 1.05);
    letter-spacing: 0;
  }

  .second.asked {
    color: var(--soft);
    font-size: calc(max(var(--body) * 0.9, var(--label)));
    font-weight: 700;
  }

  .lines {
    margin-top: 0.4em;
    font-size: var(--body);
    font-weight: 600;
    letter-spacing: -0.02em;
  }

  .lines:not(:has(p:not([hidden]))) {
    display: none;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.45em;
    margin-top: 0.9em;
    font-size: var(--label);
    font-weight: 600;
    line-height: 1.3;
  }

  .pill {
    padding: 0.3em 0.75em;
    border-radius: 9em;
    background: var(--pill);
    white-space: nowrap;
  }

  .pill.open {
    background: var(--open);
    color: var(--open-ink);
  }

  .aside {
    margin-top: 0.8em;
    color: var(--dim);
    font-size: calc(var(--label) * 1.08);
  }

  .accent {
    color: var(--accent);
  }

  .dim {
    color: var(--dim);
  }

  .picture {
    position: absolute;
    inset: 0 0 0 45%;
    --fade: linear-gradient(
      to right,
      var(--ink) 0,
      rgb(11 14 20 / 0.65) 14%,
      rgb(11 14 20 / 0) 34%
    );
  }

  .night .picture {
    --veil: rgb(7 9 13 / 0.28);
  }

  /* Painted over the edge: a mask would cost a pass over the whole picture in every frame. */
  .picture::after {
    position: absolute;
    inset: 0;
    background: var(--fade);
    background-color: var(--veil, transparent);
    content: '';
  }

  .pictured .words {
    right: 50%;
  }

  @container (max-aspect-ratio: 1.2) {
    .picture {
      inset: 0 0 54%;
      --fade: linear-gradient(
        to top,
        var(--ink) 0,
        rgb(11 14 20 / 0.65) 12%,
        rgb(11 14 20 / 0) 30%
      );
    }

    .pictured .words {
      top: 44%;
      right: var(--margin);
    }
  }

  @container (min-aspect-ratio: 0.8) and (max-aspect-ratio: 1.2) {
    .picture {
      bottom: 60%;
    }

    .pictured .words {
      top: 37%;
    }
  }

  @container (max-height: 419px) or (max-width: 419px) {
    .words {
      bottom: calc(var(--margin) * 0.75);
    }

    .main {
      flex: 1;
      justify-content: safe center;
    }

    .byline {
      margin-right: var(--clock-room);
      margin-bottom: 0;
    }

    .lines,
    .facts,
    .aside {
      margin-top: 0.2em;
    }
  }

  @container (max-height: 419px) and (min-aspect-ratio: 1.2) {
    .picture {
      left: 50%;
      --fade: linear-gradient(
        to right,
        var(--ink) 8%,
        rgb(11 14 20 / 0.7) 22%,
        rgb(11 14 20 / 0) 48%
      );
    }

    .pictured .words {
      right: 43%;
    }

    .pictured .byline {
      margin-right: 0;
    }
  }

  @container (max-width: 480px) and (max-height: 480px) {
    .picture {
      inset: 0;
      --fade: none;
    }

    .pictured .words {
      right: var(--margin);
    }

    .pictured .byline {
      margin-right: var(--clock-room);
    }

    .pictured .scrim {
      position: absolute;
      inset: 0;
      background: linear-gradient(
        to bottom,
        rgb(11 14 20 / var(--shade, 0.88)) 0,
        rgb(11 14 20 / var(--shade, 0.88)) var(--gap-from),
        rgb(11 14 20 / calc(var(--shade, 0.88) * var(--gap-shade)))
          calc((var(--gap-from) + var(--gap-to)) / 2),
        rgb(11 14 20 / var(--shade, 0.88)) var(--gap-to),
        rgb(11 14 20 / var(--shade, 0.88)) 100%
      );
    }

    .pictured .main {
      justify-content: safe end;
    }
  }
`;
