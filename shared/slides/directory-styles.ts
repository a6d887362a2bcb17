/** How the directory's rows are set. */
import { css } from 'lit';

export const directoryStyles = css`
  /* Its pages differ in length: the title must not move when they turn. */
  .words {
    justify-content: flex-start;
  }

  .title {
    font-size: calc(max(var(--title) * 0.66, var(--body)));
  }

  .list {
    display: grid;
    grid-template-columns: 1fr 1fr;
    column-gap: calc(var(--margin) * 1.1);
    margin-top: calc(var(--body) * 0.4);
  }

  li {
    display: grid;
    grid-template: 'name walk' auto 'goods walk' auto / 1fr auto;
    column-gap: 0.6em;
    align-items: center;
    min-width: 0;
    padding-block: calc(var(--body) * 0.3);
    border-top: max(2px, calc(var(--body) * 0.03)) solid var(--line);
    font-size: var(--body);
    line-height: 1.3;
  }

  .name {
    grid-area: name;
    min-width: 0;
    font-weight: 700;
  }

  .goods {
    grid-area: goods;
    min-width: 0;
    color: var(--dim);
    font-size: calc(max(var(--label) * 0.98, var(--least)));
  }

  .walk {
    grid-area: walk;
    color: var(--accent);
    font-size: calc(max(var(--body) * 0.85, var(--least)));
    font-weight: 700;
    white-space: nowrap;
  }

  .later .name,
  .later .walk {
    color: var(--dim);
  }

  .later .walk {
    font-size: calc(max(var(--label) * 0.98, var(--least)));
    font-weight: 600;
  }

  .foot {
    display: flex;
    justify-content: space-between;
    margin-top: 0.7em;
  }

  @container (max-aspect-ratio: 1.2) {
    .title {
      font-size: calc(max(var(--title) * 0.85, var(--body)));
    }

    .list {
      grid-template-columns: 1fr;
    }
  }

  @container (max-height: 419px) or (max-width: 419px) {
    .list {
      grid-template-columns: 1fr;
      margin-top: 0.2em;
    }

    li {
      padding-block: 0.1em;
    }
  }
`;
