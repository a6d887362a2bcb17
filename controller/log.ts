/** Structured logs, one JSON object a line, on stderr: stdout is for the links that the start prints. */
import type { RequestHandler } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from './config.ts';

const SECRET_FIELDS = [
  ...['password', 'token', 'secret', 'inviteSecret', 'cookie', 'authorization'],
  ...['deviceSecret', 'recoveryCodes'],
];
const SECRET_HEADERS = ['authorization', 'cookie', '["set-cookie"]'];
/** A secret's place in a link: after `pair=`, `/setup/`, `/invite/`, `/reset/`, `/let-in/`, `/feeds/`, or as a token in a query. */
const SECRETS_IN_TEXT =
  /((?:pair=|token=|secret=|\/setup\/|\/invite\/|\/reset\/|\/let-in\/|(?<!\/api)\/feeds\/|Bearer\s+))[^\s&"'#]+/gi;

/** The program's logger. Tokens, cookies, passwords and secrets inside links are struck out. */
export function createLog(
  level: Config['logLevel'],
  destination: 1 | 2 | NodeJS.WritableStream = 2,
): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: [
        ...SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        ...SECRET_HEADERS.map((header) => `req.headers.${header}`.replace('.[', '[')),
        'res.headers["set-cookie"]',
      ],
      censor: '[가림]',
    },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: strike },
  };
  return typeof destination === 'number'
    ? pino(options, pino.destination({ dest: destination, sync: true }))
    : pino(options, destination);
}

/** `line` without the secrets that links and headers carry in their text. */
function strike(line: string): string {
  return line.replace(SECRETS_IN_TEXT, '$1[가림]');
}

/** One line for each request: what failed and what changes something as `info`, the rest as `debug`. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    // Not even the instant at which somebody followed a short link is kept.
    autoLogging: { ignore: ({ url = '' }: IncomingMessage) => /^\/q\//i.test(url) },
    logger: log,
    wrapSerializers: false,
    serializers: {
      req: ({ method, url }: IncomingMessage) => ({ method, url }),
      res: ({ statusCode }: ServerResponse) => ({ statusCode }),
    },
    customLogLevel: ({ method }, { statusCode }, error) => {
      if (error !== undefined || statusCode >= 500) return 'error';
      return method === 'GET' && statusCode < 400 ? 'debug' : 'info';
    },
  });
}
