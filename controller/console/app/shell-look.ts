/** Top bar on a desktop, tabs at the bottom of a phone. */
import { css } from 'lit';

export const shellLook = css`
  :host {
    background: var(--ground);
    color: var(--ink);
    /* The last two only where a page shows what is said in them. */
    font-family:
      'Pretendard Variable', Pretendard, 'Noto Sans KR Variable', 'Noto Sans SC Variable',
      'Noto Sans JP Variable', sans-serif;
    font-size: 1rem;
    line-height: 1.5;
    min-height: 100dvh;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  .skip {
    background: var(--main);
    border-radius: 0 0 10px 0;
    color: var(--on-main);
    left: 0;
    padding: 12px 18px;
    position: fixed;
    top: -80px;
    z-index: 30;
  }

  .skip:focus {
    top: 0;
  }

  header {
    background: var(--card);
    border-bottom: 1px solid var(--line);
    display: none;
    gap: 24px;
    height: 60px;
    padding: 0 28px;
    position: sticky;
    top: 0;
    z-index: 10;
  }

  header a,
  .tabs a {
    align-items: center;
    color: var(--soft);
    display: flex;
    justify-content: center;
    text-decoration: none;
  }

  header a:hover {
    color: var(--ink);
  }

  header .brand {
    color: var(--ink);
    font-size: 1.0625rem;
    font-weight: 800;
    letter-spacing: -0.02em;
  }

  .top {
    display: flex;
    flex: 1;
    gap: 4px;
  }

  .top a {
    border-block: 3px solid transparent;
    min-width: 48px;
    padding: 0 12px;
  }

  .top a[aria-current] {
    border-bottom-color: var(--accent-bar);
    color: var(--ink);
    font-weight: 700;
  }

  main {
    margin: 0 auto;
    max-width: 1280px;
    outline: none;
    padding: 16px 16px 104px;
  }

  /* What has the focus is not under the bar. */
  console-alarm-bar[data-waits] ~ main {
    --sticky-top: 140px;
  }

  .banner {
    background: var(--warn-ground);
    color: var(--warn);
    font-weight: 600;
    padding: 10px 18px;
    text-align: center;
  }

  .tabs {
    background: var(--card);
    border-top: 1px solid var(--line);
    bottom: 0;
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    left: 0;
    padding-bottom: env(safe-area-inset-bottom);
    position: fixed;
    right: 0;
    z-index: 10;
  }

  .tabs a {
    border-top: 3px solid transparent;
    font-size: 0.9375rem;
    min-height: 64px;
  }

  .tabs .rest {
    display: none;
  }

  .tabs a[aria-current] {
    border-top-color: var(--accent-bar);
    color: var(--accent);
    font-weight: 800;
  }

  @media (width >= 900px) {
    header {
      display: flex;
    }

    .tabs {
      display: none;
    }

    main {
      padding: 24px 28px 60px;
    }
  }

  /* On paper stands what the page says. */
  @media print {
    :host {
      background: #fff;
    }

    header,
    .tabs,
    .skip,
    .banner,
    console-alarm-bar,
    console-toasts {
      display: none;
    }

    main {
      max-width: none;
      padding: 0;
    }
  }
`;
