/** The environment, read once and checked: what is unset gets its default, what is bad is refused by name. */
import { isIPv4, isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { findFfmpeg } from './media/find-ffmpeg.ts';
import type { MailSettings } from './mail.ts';
import type { Ffmpeg } from './media/job.ts';
import { programDir } from './program.ts';

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Whether `host` can be reached from this machine only. */
  readonly isLoopback: boolean;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute: what an empty store is filled from. */
  readonly contentDir: string;
  /** Origin that people and boards use, without a path; null means the address that is listened on. */
  readonly publicUrl: string | null;
  /** Paths of PEM files; null serves plain HTTP. */
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
  /** Proxies in front, as Express counts them. */
  readonly trustProxyHops: number;
  /** Allows sign-in over plain HTTP from other machines. */
  readonly allowHttp: boolean;
  /** What films are made with; null takes none. */
  readonly ffmpeg: Ffmpeg | null;
  /** How alerts about boards are mailed; null mails none. */
  readonly mail: MailSettings | null;
  /** Where alerts are posted to; null posts none. */
  readonly webhook: string | null;
  readonly logLevel: (typeof logLevels)[number];
}

/** A bad environment. `message` is one line, names the variable, and ends the process with code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const PREFIX = 'PLAZA_';
/** Names shorter than this are left alone when misspelt: the system's own could be meant. */
const LEAST_GUESSED_LENGTH = 7;

const port = number(
  65_535,
  '0부터 65535까지의 수를 적어 주십시오. / must be a number from 0 to 65535.',
);
const hops = number(
  10,
  '앞에 있는 프록시의 수를 적어 주십시오. / must be the number of proxies, 0 to 10.',
);
const filled = z
  .string()
  .check(z.trim(), z.minLength(1, '비워 둘 수 없습니다. / must not be empty.'));
const host = filled.check(
  z.refine(
    (name) =>
      isIPv4(name) || isIPv6(name) || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(name),
    {
      error: 'IP 주소나 이름을 적어 주십시오. / must be an IP address or a host name.',
    },
  ),
);
const publicUrl = z.pipe(
  z.string().check(
    z.refine(isOrigin, {
      error:
        'https://board.example.kr처럼 적어 주십시오. / must be an http(s) origin without a path.',
    }),
  ),
  z.transform((text: string) => new URL(text).origin),
);
const flag = z.pipe(
  z.enum(['0', '1'], { error: '0이나 1을 적어 주십시오. / must be 0 or 1.' }),
  z.transform((text) => text === '1'),
);
const database = z.string().check(
  z.refine(() => false, {
    error:
      '이 판은 DATA_DIR의 SQLite만 씁니다. 이 변수를 지워 주십시오. / this version keeps its data in DATA_DIR (SQLite) only; unset it.',
  }),
);
const level = z.enum(logLevels, {
  error: `${logLevels.join(', ')} 가운데 하나를 적어 주십시오. / must be one of these.`,
});

const smtpUrl = z.string().check(
  z.refine((text) => hasProtocol(text, ['smtp:', 'smtps:']), {
    error:
      'smtps://아이디:비밀번호@smtp.example.kr처럼 적어 주십시오. / must be an smtp:// or smtps:// address.',
  }),
);
const webUrl = z.string().check(
  z.refine((text) => hasProtocol(text, ['http:', 'https:']), {
    error: 'https://로 시작하는 주소를 적어 주십시오. / must be an http(s) address.',
  }),
);
const mailAddress = z.string().check(
  z.trim(),
  z.refine((text) => isMailAddress(text), {
    error: '이메일 주소를 적어 주십시오. / must be a mail address.',
  }),
);
const mailAddresses = z.pipe(
  z.string().check(
    z.refine((text) => text.split(',').every((one) => isMailAddress(one.trim())), {
      error: '이메일 주소를 쉼표로 나누어 적어 주십시오. / must be mail addresses, by commas.',
    }),
  ),
  z.transform((text: string) => text.split(',').map((one) => one.trim())),
);

const environmentSchema = z.object({
  PORT: z.optional(port),
  HOST: z.optional(host),
  DATA_DIR: z.optional(filled),
  DATABASE_URL: z.optional(database),
  CONTENT_DIR: z.optional(filled),
  PUBLIC_URL: z.optional(publicUrl),
  TLS_CERT: z.optional(filled),
  TLS_KEY: z.optional(filled),
  TRUST_PROXY: z.optional(hops),
  ALLOW_HTTP: z.optional(flag),
  FFMPEG: z.optional(filled),
  SMTP_URL: z.optional(smtpUrl),
  ALERT_FROM: z.optional(mailAddress),
  ALERT_TO: z.optional(mailAddresses),
  ALERT_WEBHOOK: z.optional(webUrl),
  LOG_LEVEL: z.optional(level),
});
const ourNames = Object.keys(environmentSchema.shape);

/**
 * Reads our variables from `env`; relative folders count from the folder of the program.
 * @throws ConfigError for a bad value, an unknown name that begins with `PLAZA_`, or a misspelt name of ours.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  refuseUnknown(Object.keys(env));
  const parsed = environmentSchema.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message ?? ''}`);
  }
  const read = parsed.data;
  const host = read.HOST ?? '127.0.0.1';
  refuseClearAddress(read);
  return {
    port: read.PORT ?? 8080,
    host,
    isLoopback: isLoopback(host),
    dataDir: resolve(programDir, read.DATA_DIR ?? 'data'),
    contentDir: resolve(programDir, read.CONTENT_DIR ?? 'content'),
    publicUrl: read.PUBLIC_URL ?? null,
    tls: readTls(read.TLS_CERT, read.TLS_KEY),
    trustProxyHops: read.TRUST_PROXY ?? 0,
    allowHttp: read.ALLOW_HTTP ?? false,
    ffmpeg: readFfmpeg(read.FFMPEG, env.PATH ?? ''),
    mail: readMail(read),
    webhook: read.ALERT_WEBHOOK ?? null,
    logLevel: read.LOG_LEVEL ?? 'info',
  };
}

function refuseUnknown(names: readonly string[]): void {
  for (const name of names) {
    if (ourNames.includes(name)) continue;
    const meant = ourNames.find(
      (our) => our.length >= LEAST_GUESSED_LENGTH && isOneSlipFrom(name, our),
    );
    if (meant !== undefined)
      throw new ConfigError(
        `${name}: 모르는 변수입니다. ${meant}를 적으려 하셨습니까? / unknown; did you mean ${meant}?`,
      );
    if (name.startsWith(PREFIX))
      throw new ConfigError(`${name}: 모르는 변수입니다. 지워 주십시오. / unknown; unset it.`);
  }
}

/** Whether the names differ by case, underscores or one letter too much, too little, wrong or swapped with the next. */
function isOneSlipFrom(name: string, our: string): boolean {
  const a = name.toUpperCase().replaceAll('_', '');
  const b = our.replaceAll('_', '');
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  const swapped = restB.slice(1, 2) + restB.slice(0, 1) + restB.slice(2);
  if (restA === swapped) return true;
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1);
}

/** People would be led to an address at which nobody answers. */
function refuseClearAddress({ PUBLIC_URL, TLS_CERT }: z.infer<typeof environmentSchema>): void {
  if (TLS_CERT !== undefined && PUBLIC_URL?.startsWith('http:') === true)
    throw new ConfigError(
      'PUBLIC_URL: TLS_CERT가 있으면 https://로 시작해야 합니다. / must be https:// with TLS_CERT.',
    );
}

function readTls(certPath: string | undefined, keyPath: string | undefined): Config['tls'] {
  if (certPath === undefined && keyPath === undefined) return null;
  const lacking = certPath === undefined ? 'TLS_CERT' : 'TLS_KEY';
  if (certPath === undefined || keyPath === undefined)
    throw new ConfigError(
      `${lacking}: TLS_CERT와 TLS_KEY를 함께 적어 주십시오. / set TLS_CERT and TLS_KEY together.`,
    );
  return { certPath: resolve(programDir, certPath), keyPath: resolve(programDir, keyPath) };
}

function readFfmpeg(named: string | undefined, path: string): Ffmpeg | null {
  const found = findFfmpeg(named === undefined ? undefined : resolve(programDir, named), path);
  if (found === null && named !== undefined)
    throw new ConfigError(
      `FFMPEG: ffmpeg와 그 옆의 ffprobe를 실행할 수 없습니다. / ffmpeg, or the ffprobe beside it, is not executable.`,
    );
  return found;
}

/** A server without a recipient, or the other way round, would be found out by the first outage. */
function readMail({
  SMTP_URL: url,
  ALERT_FROM: from,
  ALERT_TO: to,
}: z.infer<typeof environmentSchema>): MailSettings | null {
  if (url === undefined && from === undefined && to === undefined) return null;
  if (url !== undefined && from !== undefined && to !== undefined) return { url, from, to };
  const lacking = url === undefined ? 'SMTP_URL' : from === undefined ? 'ALERT_FROM' : 'ALERT_TO';
  throw new ConfigError(
    `${lacking}: SMTP_URL, ALERT_FROM, ALERT_TO를 함께 적어 주십시오. / set SMTP_URL, ALERT_FROM and ALERT_TO together.`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  const url = URL.parse(text);
  return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
}

function isMailAddress(text: string): boolean {
  return /^[^\s@<>,"]+@[^\s@<>,"]+$/.test(text);
}

function number(most: number, error: string) {
  return z.pipe(
    z.string().check(z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= most, { error })),
    z.transform(Number),
  );
}
