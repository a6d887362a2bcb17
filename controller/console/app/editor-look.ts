/** A form beside what it makes. */
import { css } from 'lit';

export const editorLook = css`
  .editor {
    align-items: start;
    display: grid;
    gap: 20px;
    grid-template-columns: minmax(0, 1fr);
  }

  .preview {
    display: grid;
    gap: 14px;
    grid-template-columns: minmax(0, 1fr);
  }

  .buttons {
    display: grid;
    gap: 10px;
  }

  .buttons button {
    min-height: 52px;
  }

  @media (width >= 600px) {
    .buttons {
      align-items: center;
      display: flex;
      flex-wrap: wrap;
    }
  }

  @media (width >= 900px) {
    .editor {
      gap: 28px;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .preview {
      order: 2;
      position: sticky;
      top: 84px;
    }
  }
`;
