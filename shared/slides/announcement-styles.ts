/** How announcements are dressed. The red band is the only large field of a signal colour on the board. */
import { css } from 'lit';

export const announcementStyles = css`
  :host {
    display: block;
    width: 100%;
    height: 100%;
  }

  .board {
    display: flex;
    flex-direction: column;
    background: #000;
    color: #fff;
  }

  .band {
    display: flex;
    flex: none;
    gap: 0.35em;
    align-items: center;
    height: 16%;
    padding: 0 var(--margin);
    background: var(--band);
    color: #fff;
    font-size: calc(max(10.5cqmin, var(--least)));
    line-height: 1.1;
    white-space: nowrap;
  }

  .level {
    font-weight: 900;
    letter-spacing: -0.03em;
  }

  /* Latin words are longer. */
  .level:lang(en) {
    font-size: 0.72em;
    letter-spacing: -0.02em;
  }

  .topic {
    font-size: 0.68em;
    font-weight: 700;
  }

  .marker {
    margin-left: auto;
    font-size: calc(max(0.45em, var(--least)));
    font-weight: 700;
  }

  .middle {
    position: relative;
    flex: 1;
    min-height: 0;
  }

  .words {
    position: absolute;
    inset: calc(var(--margin) * 0.6) var(--margin);
    display: flex;
    flex-direction: column;
    justify-content: safe center;
  }

  .measure {
    visibility: hidden;
  }

  .broken {
    overflow-wrap: anywhere;
  }

  .line {
    white-space: nowrap;
  }

  .title {
    font-size: var(--title);
    font-weight: 800;
    font-variant-numeric: proportional-nums;
    line-height: 1.3;
    letter-spacing: -0.035em;
  }

  .text {
    color: #e9ebf0;
    font-size: var(--body);
    font-weight: 600;
    line-height: 1.45;
    white-space: pre-line;
  }

  .title:not([hidden]) + .text {
    margin-top: 0.55em;
  }

  .context {
    margin-bottom: 0.5em;
    font-size: calc(max(var(--body) * 0.8, var(--least)));
    font-weight: 800;
  }

  .foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 1.5em;
    justify-content: space-between;
    padding: 0.7em var(--margin);
    border-top: 2px solid #2c2f36;
    color: #cfd3db;
    font-size: var(--size);
    font-weight: 600;
    line-height: 1.3;
  }

  .times {
    white-space: nowrap;
  }

  .emergency {
    --band: #d92635;
  }

  .all-clear {
    --band: #1b5fc9;
  }

  .drill .band {
    background: repeating-linear-gradient(-45deg, #4a5263 0 0.42em, #181c25 0.42em 0.84em);
  }

  .drill .level,
  .drill .topic,
  .drill .marker {
    padding: 0.06em 0.3em;
    border-radius: 0.12em;
    background: #000;
  }

  .drill .topic:empty {
    display: none;
  }

  .important {
    background: var(--ink);
    color: var(--paper);
  }

  .important .band {
    height: auto;
    padding-top: var(--margin);
    background: none;
    color: var(--accent);
    font-size: calc(max(5.6cqmin, var(--least)));
  }

  .important .level::before {
    display: inline-block;
    width: 0.22em;
    height: 0.95em;
    margin-right: 0.35em;
    border-radius: 0.11em;
    background: var(--accent);
    vertical-align: -0.12em;
    content: '';
  }

  .important .foot {
    margin: 0 var(--margin);
    padding-inline: 0;
    border-color: color-mix(in srgb, var(--accent) 45%, var(--ink));
  }

  .important::before {
    position: absolute;
    inset: 0;
    border: max(3px, 1cqmin) solid var(--accent);
    content: '';
    pointer-events: none;
  }

  @container (max-height: 419px) or (max-width: 419px) {
    .band {
      height: auto;
      padding-block: 0.2em;
      font-size: calc(max(12cqmin, var(--least)));
    }

    .important .band {
      padding-top: calc(var(--margin) * 0.8);
      font-size: calc(max(8.6cqmin, var(--least)));
    }

    .marker {
      font-size: calc(max(0.6em, var(--least)));
    }

    .foot {
      padding-block: 0.25em;
    }

    .words {
      inset-block: calc(var(--margin) * 0.3);
    }

    /* Who says it, and until when, stands on the first page: the others need the room. */
    .later .foot {
      position: absolute;
      inset-block-end: 0;
      inset-inline: 0;
      visibility: hidden;
    }

    .measure.later {
      inset-block-end: calc(var(--margin) * 0.3 - var(--foot));
    }
  }
`;
