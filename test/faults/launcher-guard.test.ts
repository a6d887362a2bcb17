/** Nothing but the board's page is ever on the glass, whatever is pressed (check 49) or tried. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLauncher, testTimes, type LauncherRig } from '../support/launcher-rig.ts';
import { startStandInBoard, type StandInBoard } from '../support/stand-in-board.ts';

/** Two waits at their longest. */
const PATIENCE = { timeout: 20_000 + 2 * testTimes.longestRetryMs };

let board: StandInBoard;
let rig: LauncherRig;

beforeAll(async () => {
  board = await startStandInBoard();
  board.failing = 'line';
  rig = startLauncher(board.url);
});

afterAll(async () => {
  await rig.stop();
  await board.stop();
});

describe('while the page cannot be had', () => {
  it.each([
    { why: 'the line is broken', failing: 'line' as const },
    { why: 'the controller is ill', failing: 503 },
    { why: 'somebody answers in its place', failing: 200 },
  ])('[B47] the glass is black and the page is asked for again: $why', async ({ failing }) => {
    board.failing = failing;
    const asked = board.asked.length;
    await expect.poll(() => board.asked.length, PATIENCE).toBeGreaterThan(asked + 1);
    await rig.until(({ isHolding }) => isHolding);
    await expect.poll(() => rig.page().evaluate('document.body.innerText')).toBe('');
    expect(rig.faults()).toEqual([]);
  });

  it('[B47] it comes on as soon as it can be had', async () => {
    board.failing = null;
    await rig.until(({ layer }) => layer === 'slot');
  });
});

describe('the page on the glass', () => {
  it.each([
    { what: 'an address elsewhere', code: 'location.href = "http://127.0.0.1:9/"' },
    { what: 'another page of the controller', code: 'location.href = "/console"' },
    { what: 'a window', code: 'window.open("/board")' },
    { what: 'a window by a link', code: link('target="_blank" href="/board"') },
    { what: 'a window elsewhere by a link', code: link('target="_blank" href="data:text/html,x"') },
    { what: 'a download', code: link('download="x" href="data:text/plain,x"') },
    { what: 'a form', code: form('<form method="post" action="http://127.0.0.1:9/"></form>') },
    { what: 'a message', code: 'alert("!")' },
    { what: 'a question', code: 'prompt("?")' },
    { what: 'paper', code: 'print()' },
    { what: 'a permission', code: 'void navigator.geolocation.getCurrentPosition(() => 0)' },
    { what: 'a file', code: form('<input type="file">', 'click') },
    {
      what: 'another page in a frame',
      code: form('<iframe src="http://127.0.0.1:9/"></iframe>', 'focus'),
    },
    { what: 'the page before', code: 'history.back()' },
  ])('[B41] stays when it asks for $what', async ({ code }) => {
    const { page } = rig;
    await page().evaluate('window.isSame = true');
    await page().call('Runtime.evaluate', { expression: code, userGesture: true });
    await new Promise((wake) => setTimeout(wake, 300));
    await rig.until(({ url, layer }) => url === board.url && layer === 'slot', 10_000);
    expect(await page().evaluate('window.isSame')).toBe(true);
    const { targetInfos } = await page().call('Target.getTargets');
    const pages = (targetInfos as { type: string; url: string }[]).filter(
      ({ type }) => type === 'page',
    );
    expect(pages.map(({ url }) => url)).toEqual([board.url]);
  });
});

/** A link that is clicked. */
function link(attributes: string): string {
  return form(`<a ${attributes}>x</a>`, 'click');
}

/** An element that is put into the page and used. */
function form(html: string, use = 'submit'): string {
  return `{
    const place = document.createElement('div');
    place.innerHTML = '${html}';
    document.body.append(place);
    place.firstChild.${use}();
  }`;
}
