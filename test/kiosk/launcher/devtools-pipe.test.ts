import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DevtoolsPipe, type DevtoolsEvent } from '../../../kiosk/launcher/devtools-pipe.ts';

let input: PassThrough;
let output: PassThrough;
let events: DevtoolsEvent[];
let pipe: DevtoolsPipe;

beforeEach(() => {
  input = new PassThrough();
  output = new PassThrough();
  events = [];
  pipe = new DevtoolsPipe(input, output, (event) => events.push(event));
});

const bytes = (message: object) => Buffer.from(`${JSON.stringify(message)}\0`);
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('DevTools over a pipe', () => {
  it('[B42] writes calls that end with a zero byte, and tells answers from events', async () => {
    const answer = pipe.call('Page.navigate', { url: 'a' }, { sessionId: 's' });
    expect(String(output.read())).toBe(
      '{"id":1,"method":"Page.navigate","params":{"url":"a"},"sessionId":"s"}\0',
    );
    input.write(bytes({ method: 'Page.loaded', params: { at: 1 }, sessionId: 's' }));
    input.write(bytes({ id: 1, result: { frameId: 'f' } }));
    expect(await answer).toEqual({ frameId: 'f' });
    expect(events).toEqual([{ method: 'Page.loaded', params: { at: 1 }, sessionId: 's' }]);
  });

  it('[B42] puts messages together that come in pieces, in the middle of a letter too', async () => {
    const all = Buffer.concat([
      bytes({ method: 'one', params: { title: '창동역 광장' } }),
      bytes({ method: 'two', params: {} }),
    ]);
    for (const byte of all) input.write(Buffer.from([byte]));
    await settled();
    expect(events.map(({ method, params }) => [method, params.title])).toEqual([
      ['one', '창동역 광장'],
      ['two', undefined],
    ]);
  });

  it('[B44] rejects what is refused, what does not come in time, and everything once the browser is gone', async () => {
    const refused = expect(pipe.call('Page.nothing')).rejects.toThrow('not found');
    input.write(bytes({ id: 1, error: { message: 'not found' } }));
    await refused;
    await expect(pipe.call('Page.slow', {}, { timeoutMs: 5 })).rejects.toMatchObject({
      name: 'DevtoolsTimeout',
    });
    const waiting = expect(pipe.call('Page.last')).rejects.toThrow('gone');
    input.destroy();
    await waiting;
    await vi.waitFor(() => expect(pipe.call('Page.later')).rejects.toThrow('gone'));
  });
});
