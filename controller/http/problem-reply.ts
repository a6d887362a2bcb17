import type { Response } from 'express';
import { problemStatus } from '../../shared/problem.ts';
import type { FieldProblem, Problem, ProblemCode } from '../../shared/problem.ts';

/** Sends a refusal as `application/problem+json` (RFC 9457); its title is the Korean message. */
export function replyProblem(
  response: Response,
  refused: {
    readonly code: ProblemCode;
    readonly message: string;
    readonly fields: readonly FieldProblem[];
  },
): void {
  if (response.headersSent || response.destroyed) return;
  const { code, message, fields } = refused;
  const problem: Problem = {
    type: `urn:plaza-board:problem:${code}`,
    title: message,
    status: problemStatus[code],
    code,
    ...(fields.length > 0 ? { fields } : {}),
  };
  response
    .status(problem.status)
    .set('Content-Language', 'ko')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}
