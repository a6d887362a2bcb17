import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../controller/config.ts';
import { temporaryFolder } from '../support/controller-process.ts';

const root = resolve(import.meta.dirname, '../..');

const programs = temporaryFolder();
const bothIn = (folder: string) => ({
  ffmpeg: join(folder, 'ffmpeg'),
  ffprobe: join(folder, 'ffprobe'),
});
beforeAll(() => {
  for (const path of Object.values(bothIn(programs.path))) writeFileSync(path, '', { mode: 0o700 });
});
afterAll(() => programs.remove());

const badValues = [
  { name: 'PORT', value: 'http' },
  { name: 'PORT', value: '70000' },
  { name: 'PORT', value: '-1' },
  { name: 'PORT', value: '80.5' },
  { name: 'PORT', value: '' },
  { name: 'PORT', value: '0x50' },
  { name: 'HOST', value: '' },
  { name: 'HOST', value: 'http://localhost' },
  { name: 'HOST', value: 'a b' },
  { name: 'DATA_DIR', value: ' ' },
  { name: 'CONTENT_DIR', value: '' },
  { name: 'DATABASE_URL', value: 'postgres://plaza@localhost/plaza' },
  { name: 'DATABASE_URL', value: '' },
  { name: 'TLS_CERT', value: '' },
  { name: 'TLS_KEY', value: ' ' },
  { name: 'FFMPEG', value: '/nowhere/ffmpeg' },
  { name: 'PUBLIC_URL', value: 'board.example.kr' },
  { name: 'PUBLIC_URL', value: 'https://board.example.kr/console' },
  { name: 'PUBLIC_URL', value: 'ftp://board.example.kr' },
  { name: 'PUBLIC_URL', value: 'https://user@board.example.kr' },
  { name: 'TRUST_PROXY', value: 'true' },
  { name: 'TRUST_PROXY', value: '11' },
  { name: 'TRUST_PROXY', value: '10.0.0.0/8' },
  { name: 'ALLOW_HTTP', value: 'yes' },
  { name: 'SMTP_URL', value: 'mail.example.kr' },
  { name: 'SMTP_URL', value: 'https://mail.example.kr' },
  { name: 'ALERT_FROM', value: 'desk' },
  { name: 'ALERT_TO', value: 'desk@example.kr,' },
  { name: 'ALERT_WEBHOOK', value: 'file:///etc/passwd' },
  { name: 'ALERT_WEBHOOK', value: 'https://' },
  { name: 'SMTP_URL', value: '' },
  { name: 'LOG_LEVEL', value: '' },
  { name: 'LOG_LEVEL', value: 'verbose' },
] as const;

describe('readConfig', () => {
  it('serves this machine only, from data/, where nothing is set', () => {
    expect(readConfig({ PATH: '/nowhere', HOME: '/root' })).toEqual({
      port: 8080,
      host: '127.0.0.1',
      isLoopback: true,
      dataDir: resolve(root, 'data'),
      contentDir: resolve(root, 'content'),
      publicUrl: null,
      tls: null,
      trustProxyHops: 0,
      allowHttp: false,
      ffmpeg: null,
      mail: null,
      webhook: null,
      logLevel: 'info',
    });
  });

  it('takes every variable over', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/plaza',
      CONTENT_DIR: 'other',
      PUBLIC_URL: 'https://Board.example.kr/',
      TLS_CERT: '/etc/cert.pem',
      TLS_KEY: '/etc/key.pem',
      TRUST_PROXY: '2',
      ALLOW_HTTP: '1',
      FFMPEG: join(programs.path, 'ffmpeg'),
      SMTP_URL: 'smtps://desk:secret@mail.example.kr',
      ALERT_FROM: 'board@example.kr',
      ALERT_TO: 'desk@example.kr, night@example.kr',
      ALERT_WEBHOOK: 'https://chat.example.kr/hook/1',
      LOG_LEVEL: 'warn',
    });
    expect(config).toEqual({
      port: 0,
      host: '0.0.0.0',
      isLoopback: false,
      dataDir: '/srv/plaza',
      contentDir: resolve(root, 'other'),
      publicUrl: 'https://board.example.kr',
      tls: { certPath: '/etc/cert.pem', keyPath: '/etc/key.pem' },
      trustProxyHops: 2,
      allowHttp: true,
      ffmpeg: bothIn(programs.path),
      mail: {
        url: 'smtps://desk:secret@mail.example.kr',
        from: 'board@example.kr',
        to: ['desk@example.kr', 'night@example.kr'],
      },
      webhook: 'https://chat.example.kr/hook/1',
      logLevel: 'warn',
    });
  });

  it('finds ffmpeg and ffprobe where programs are', () => {
    const { ffmpeg } = readConfig({ PATH: `/nowhere:${programs.path}` });
    expect(ffmpeg).toEqual(bothIn(programs.path));
  });

  it.each(['localhost', '::1', '127.0.0.1', '127.8.8.8'])('knows %s as loopback', (HOST) => {
    expect(readConfig({ HOST }).isLoopback).toBe(true);
  });

  it.each(badValues)('[78] refuses $name=$value by its name, in one line', ({ name, value }) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name}: [^\\n]*[가-힣][^\\n]* / [^\\n]+$`));
  });

  it('[78] is shown a bad value of every variable that operators are told of', () => {
    const told = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| (`[A-Z_`, ]+`) +\|/gm);
    const names = [...told].flatMap(([, cell = '']) => cell.match(/[A-Z_]+/g) ?? []);
    expect(names).toContain('TRUST_PROXY');
    const shown = new Set<string>(badValues.map(({ name }) => name));
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });

  it.each([
    { env: { TLS_CERT: 'cert.pem' }, named: 'TLS_KEY' },
    { env: { TLS_KEY: 'key.pem' }, named: 'TLS_CERT' },
    { env: { SMTP_URL: 'smtp://localhost' }, named: 'ALERT_FROM' },
    { env: { ALERT_TO: 'desk@example.kr' }, named: 'SMTP_URL' },
    { env: { PLAZA_PORT: '80' }, named: 'PLAZA_PORT' },
    { env: { DATADIR: '/srv' }, named: 'DATADIR' },
    { env: { data_dir: '/srv' }, named: 'data_dir' },
    { env: { TLS_CERTS: 'cert.pem' }, named: 'TLS_CERTS' },
    { env: { TRUST_PROXI: '1' }, named: 'TRUST_PROXI' },
    { env: { ALOW_HTTP: '1' }, named: 'ALOW_HTTP' },
    {
      env: { TLS_CERT: 'c.pem', TLS_KEY: 'k.pem', PUBLIC_URL: 'http://board.example.kr' },
      named: 'PUBLIC_URL',
    },
    { env: { PUBLIC_ULR: 'https://board.example.kr' }, named: 'PUBLIC_ULR' },
    { env: { SMPT_URL: 'smtp://localhost' }, named: 'SMPT_URL' },
  ])('[78] refuses what it cannot take together or does not know: $named', ({ env, named }) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`^${named}: `));
  });

  it("leaves the system's own names alone", () => {
    const env = { HOSTNAME: 'board', HOSTS: 'x', POST: 'x', http_proxy: 'http://proxy:3128' };
    expect(readConfig(env).host).toBe('127.0.0.1');
  });
});
