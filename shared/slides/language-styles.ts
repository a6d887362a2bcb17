/** Where lines may break. Stands behind whatever says so of all languages. */
import { css } from 'lit';

export const languageStyles = css`
  /* Korean breaks between words, Chinese and Japanese between letters or phrases. */
  :lang(zh),
  :lang(ja) {
    letter-spacing: 0;
    word-break: normal;
    line-break: strict;
  }

  :lang(ja) {
    word-break: auto-phrase;
  }
`;
