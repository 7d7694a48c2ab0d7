/** A violation at one place in a request: a JSON Pointer into the body, or the name of a parameter or header. */
export interface Violation {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
}

/** RFC 9457 problem details; `type` is stable and identifies the problem. */
export interface ProblemDocument {
  readonly type: `urn:chancery:problem:${ProblemName}`;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly Violation[];
  /** How many violations there are besides the listed ones. */
  readonly moreErrors?: number;
  readonly [extension: string]: unknown;
}

/** Every problem of the API: its status and title. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'invalid-cursor': { status: 400, title: 'The cursor is not one of ours' },
  unauthorized: { status: 401, title: 'A valid access token is required' },
  forbidden: { status: 403, title: 'The token lacks the scope of this operation' },
  'not-yours-to-correct': { status: 403, title: 'The event is of another organisation' },
  'not-found': { status: 404, title: 'There is no such resource' },
  'method-not-allowed': { status: 405, title: 'The resource does not have this method' },
  'not-acceptable': { status: 406, title: 'There is no such representation' },
  'build-refused': { status: 409, title: 'The generations of the projection do not allow it' },
  'too-many-subscriptions': { status: 409, title: 'There are as many subscriptions as there may be' },
  'version-conflict': { status: 412, title: 'The stream has another version' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'rule-violated': { status: 422, title: 'The event contradicts what the stream holds' },
  'too-many-requests': { status: 429, title: 'More requests than there may be at once: wait, and repeat' },
  'internal-error': { status: 500, title: 'An unexpected error: whether the events were recorded is not known' },
  'not-attempted': { status: 503, title: 'Time was over before it was begun: nothing of it was recorded' },
  'outcome-unknown': { status: 504, title: 'Time was over before it was done: whether it was recorded is not known' },
  'projection-lagging': { status: 503, title: 'The read models have not come so far yet' },
  'stream-contended': { status: 503, title: 'Too many others append to the stream' },
  unavailable: { status: 503, title: 'The record is not reachable at the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof problems;

/** The problems of every operation that takes a body. */
export const postedProblems = [
  'invalid-request',
  'malformed-json',
  'unsupported-media-type',
  'payload-too-large',
] as const satisfies readonly ProblemName[];

export const problem = (name: ProblemName, more: Partial<ProblemDocument> = {}): ProblemDocument => ({
  type: `urn:chancery:problem:${name}`,
  ...problems[name],
  ...more,
});

/** The violations that a response lists at most; it counts the others. */
export const maxViolations = 100;

/** Returns the first violations and the number of the others. */
const someViolations = (errors: readonly Violation[]) => ({
  errors: errors.slice(0, maxViolations),
  ...(errors.length > maxViolations && { moreErrors: errors.length - maxViolations }),
});

/** A problem that names where in the request it lies; its sentence is that of the first place. */
export function problemAt(name: ProblemName, errors: readonly Violation[]): HttpProblem {
  const [first] = errors;
  const place = (first?.pointer === '' ? 'body' : first?.pointer) ?? first?.parameter ?? first?.header;
  const detail = `${place === undefined ? '' : `${place}: `}${first?.detail ?? ''}`;
  return new HttpProblem(problem(name, { detail, ...someViolations(errors) }));
}

/** An error that carries its problem. */
export class HttpProblem extends Error {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;

  constructor(document: ProblemDocument, headers: Readonly<Record<string, string>> = {}) {
    super(document.detail ?? document.title);
    this.name = 'HttpProblem';
    this.document = document;
    this.headers = headers;
  }
}

/** A request that is not valid, with every violation of it. */
export const invalidRequest = (errors: readonly Violation[]): HttpProblem => problemAt('invalid-request', errors);

export const notFound = (detail: string): HttpProblem => new HttpProblem(problem('not-found', { detail }));
