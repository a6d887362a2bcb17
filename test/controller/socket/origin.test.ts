import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from '../../../controller/socket/origin.ts';

describe('isOwnOrigin', () => {
  it.each([
    [{ origin: 'http://board.local:8080', host: 'board.local:8080' }, null, true],
    [{ origin: 'http://Board.local:8080', host: 'BOARD.local:8080' }, null, true],
    [{ origin: 'https://plaza.example', host: '127.0.0.1:8080' }, 'https://plaza.example', true],
    [{ origin: 'https://plaza.example', host: '127.0.0.1:8080' }, null, false],
    [{ origin: 'http://board.local:8081', host: 'board.local:8080' }, null, false],
    [{ origin: 'null', host: 'board.local' }, null, false],
    [{ origin: 'not a url', host: 'not a url' }, null, false],
    [{ host: 'board.local' }, null, undefined],
    [{ host: 'board.local', 'sec-fetch-site': 'same-origin' }, null, true],
    [{ host: 'board.local', 'sec-fetch-site': 'cross-site' }, null, false],
  ] as const)('%j with %s: %s', (headers, publicUrl, expected) => {
    expect(isOwnOrigin({ headers }, publicUrl)).toBe(expected);
  });
});
