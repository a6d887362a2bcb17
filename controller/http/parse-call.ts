import express from 'express';
import type { Request, RequestHandler, Response } from 'express';
import * as z from 'zod/mini';
import { Refusal } from '../../shared/problem.ts';
import type { FieldProblem, ProblemCode } from '../../shared/problem.ts';
import { fieldProblems, koreanIssue } from './korean-issue.ts';

/** As a number: a limit that cannot be read as text would be no limit. */
const MAX_JSON_BYTES = 262_144;

/** The schemas of one endpoint; null takes nothing there. */
export interface Parts {
  readonly params: z.ZodMiniType | null;
  readonly query: z.ZodMiniType | null;
  readonly body: z.ZodMiniType | null;
}
export interface ParsedParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const readJson: RequestHandler = express.json({ limit: MAX_JSON_BYTES, type: 'application/json' });
const nothing = z.strictObject({});

/**
 * Everything that a call carries, each part through its schema. Throws `invalid` with all fields that are
 * wrong, `malformed`, `too-large` or `unsupported-media`. A body without a schema is left unread.
 */
export async function parseCall(
  parts: Parts,
  request: Request,
  response: Response,
): Promise<ParsedParts> {
  const problems: FieldProblem[] = [];
  const parse = (schema: z.ZodMiniType | null, value: unknown) => {
    const result = z.safeParse(schema ?? nothing, value, { error: koreanIssue });
    if (!result.success) problems.push(...fieldProblems(result.error.issues));
    return schema === null || !result.success ? null : result.data;
  };
  const params = parse(parts.params, { ...request.params });
  const query = parse(parts.query, { ...request.query });
  const body = parts.body === null ? null : parse(parts.body, await readBody(request, response));
  if (problems.length > 0) {
    throw new Refusal('invalid', '보낸 내용을 다시 확인해 주십시오.', problems);
  }
  return { params, query, body };
}

async function readBody(request: Request, response: Response): Promise<unknown> {
  const isJson = request.is('application/json');
  if (isJson === null || request.headers['content-length'] === '0') {
    throw new Refusal('malformed', '내용이 비어 있습니다. JSON으로 보내 주십시오.');
  }
  if (isJson === false) {
    throw new Refusal('unsupported-media', '내용을 JSON(application/json)으로 보내 주십시오.');
  }
  await new Promise<void>((resolve, reject) => {
    readJson(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(bodyRefusal(error));
    });
  });
  return request.body;
}

/** body-parser's errors carry a status; anything without one is a bug and stays as it is. */
function bodyRefusal(error: unknown): Error {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  const refusals: Readonly<Record<number, [ProblemCode, string]>> = {
    400: ['malformed', '내용을 읽을 수 없습니다. JSON으로 다시 보내 주십시오.'],
    413: ['too-large', '내용이 너무 큽니다. 256 kB까지 보낼 수 있습니다.'],
    415: ['unsupported-media', '내용을 UTF-8 JSON으로 보내 주십시오.'],
  };
  const refusal = typeof status === 'number' ? refusals[status] : undefined;
  if (refusal) return new Refusal(...refusal);
  return error instanceof Error ? error : new Error('reading the body failed', { cause: error });
}
