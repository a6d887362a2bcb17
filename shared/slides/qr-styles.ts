/** Where the card with the QR code stands, and what makes room for it. */
import { css } from 'lit';

export const qrStyles = css`
  .coded {
    --qr-gap: calc(var(--margin) * 0.75);
    --qr-floor: calc(var(--frame) + var(--margin) * 0.5);
  }

  .qr-card {
    position: absolute;
    right: var(--margin);
    bottom: round(down, var(--qr-floor), 1px);
    width: var(--qr);
    margin: 0;
    border-radius: calc(var(--qr-module) * 1.5);
    background: var(--paper);
    color: var(--ink);
  }

  .night .qr-card {
    background: #cfc7b6;
  }

  .qr-card figcaption {
    padding: 0 calc(var(--qr-module) * 2) calc(var(--qr-module) * 2);
    font-size: var(--qr-label);
    font-weight: 700;
    line-height: round(up, 1.3em, 1px);
    letter-spacing: -0.02em;
    text-align: center;
  }

  .coded:not(.pictured) .words {
    right: calc(var(--margin) + var(--qr-gap) + var(--qr));
  }

  .coded:not(.pictured) .qr-card {
    top: max(
      var(--margin),
      round(down, calc((100cqh - var(--frame) - var(--qr) - var(--qr-foot)) / 2), 1px)
    );
    bottom: auto;
  }

  @container (max-aspect-ratio: 1.2) {
    .coded.pictured .qr-card {
      top: var(--margin);
      bottom: auto;
    }

    .coded:not(.pictured) .words {
      right: var(--margin);
      bottom: calc(var(--qr-floor) + var(--qr) + var(--qr-foot) + var(--qr-gap));
    }

    .coded:not(.pictured) .qr-card {
      top: auto;
      right: auto;
      bottom: round(down, var(--qr-floor), 1px);
      left: var(--margin);
    }
  }

  .address {
    overflow-wrap: anywhere;
  }

  @container (max-height: 419px) or (max-width: 419px) {
    .coded {
      --qr-floor: calc(var(--margin) * 0.75);
    }

    /* Clear of the clock. */
    .coded:not(.hero) .qr-card {
      top: auto;
      bottom: round(down, var(--qr-floor), 1px);
    }
  }

  @container (max-width: 419px) and (max-aspect-ratio: 0.8) {
    .coded.pictured .qr-card {
      bottom: round(up, 56cqh, 1px);
    }
  }
`;
