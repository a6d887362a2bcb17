/** Boards side by side; on a phone a low strip that a finger moves along. */
import { css } from 'lit';

export const slidePreviewLook = css`
  section {
    display: grid;
    gap: 10px;
    grid-template-columns: minmax(0, 1fr);
  }

  .strip {
    --height: 150px;
    align-items: start;
    display: flex;
    gap: 10px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    padding: 3px;
    scroll-snap-type: x proximity;
    scrollbar-width: thin;
  }

  figure {
    display: grid;
    flex: none;
    gap: 4px;
    grid-template-columns: minmax(0, 1fr);
    scroll-snap-align: start;
    width: calc(var(--height) * var(--shape));
  }

  figcaption {
    overflow: hidden;
    text-align: center;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Alone it may fill the width. */
  .only figure {
    max-width: 100%;
    width: min(100%, calc(46dvh * var(--shape)));
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .far {
    display: grid;
    gap: 10px;
    grid-template-columns: minmax(0, 1fr);
  }

  .tools > *,
  .far button {
    font-size: 0.9375rem;
    min-height: 44px;
    padding-inline: 14px;
    width: auto;
  }

  [aria-pressed='true'] {
    background: var(--main);
    border-color: var(--main);
    color: var(--on-main);
  }

  @media (width < 900px) {
    .only {
      justify-content: center;
    }

    .only figure {
      width: min(100%, calc(20dvh * var(--shape)));
    }

    .tools > :last-child {
      margin-inline-start: auto;
    }

    .small-view {
      align-items: center;
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .small-view .strip {
      --height: 64px;
    }

    .small-view .only figure {
      width: calc(64px * var(--shape));
    }

    .small-view .only {
      justify-content: start;
    }

    .small-view figcaption {
      display: none;
    }
  }

  @media (width >= 900px) {
    .strip {
      --height: 176px;
      flex-wrap: wrap;
    }
  }
`;
