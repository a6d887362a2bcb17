/** Every way a request can be refused, as sent over HTTP and Socket.IO. A closed set. */
export const problemCodes = [
  'invalid',
  'malformed',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'gone',
  'too-large',
  'unsupported-media',
  'unreadable-media',
  'too-many',
  'foreign-origin',
  'insecure',
  'outdated',
  'storage-full',
  'unavailable',
  'step-up-needed',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** One field that was refused: its path, such as `slideIds.0`, and what to do about it in Korean. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The body of every refused HTTP request, RFC 9457, with our code beside the standard members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly fields?: readonly FieldProblem[];
}

/** HTTP status of each code. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'unsupported-media': 415,
  'unreadable-media': 422,
  'too-many': 429,
  'foreign-origin': 403,
  insecure: 403,
  outdated: 426,
  'storage-full': 507,
  unavailable: 503,
  'step-up-needed': 403,
  internal: 500,
};

/**
 * An expected refusal; anything else that is thrown is a bug and leaves as `internal`.
 * `message` is Korean, formal, and says what the person can do next.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: ProblemCode, message: string, fields: readonly FieldProblem[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}
