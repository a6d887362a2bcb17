import { describe, expect, it } from 'vitest';
import { readConfig } from '../../controller/config.ts';
import { originOf, welcome } from '../../controller/links.ts';

describe('originOf', () => {
  it.each([
    { env: {}, origin: 'http://localhost:8080' },
    { env: { HOST: '0.0.0.0' }, origin: 'http://localhost:8080' },
    { env: { HOST: '192.168.0.7' }, origin: 'http://192.168.0.7:8080' },
    { env: { HOST: 'fd00::7' }, origin: 'http://[fd00::7]:8080' },
    { env: { TLS_CERT: 'c', TLS_KEY: 'k' }, origin: 'https://localhost:8080' },
    { env: { PUBLIC_URL: 'https://board.example.kr' }, origin: 'https://board.example.kr' },
  ])('is $origin for $env', ({ env, origin }) => {
    expect(originOf(readConfig(env), 8080)).toBe(origin);
  });
});

describe('welcome', () => {
  const origin = 'http://localhost:8080';

  it('prints the links with their secrets at the first start', () => {
    const printed = welcome(origin, { board: 'B', setup: 'S' });
    expect(printed.match(/http\S+/g)).toEqual([
      `${origin}/board#pair=B`,
      `${origin}/console`,
      `${origin}/console#/setup/S`,
    ]);
  });

  it('prints none once they were used', () => {
    const printed = welcome(origin, { board: undefined, setup: undefined });
    expect(printed.match(/http\S+/g)).toEqual([`${origin}/board`, `${origin}/console`]);
  });
});
