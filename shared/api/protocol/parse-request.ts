import type * as z from 'zod';
import { explained } from '#shared/domain/events/explained.ts';
import { bodyOf } from './body-of.ts';
import { violationsOf } from './violations-of.ts';
import type { HttpRequest } from './http-request.ts';
import { invalidRequest, type Violation } from './problem.ts';

/**
 * The schemas of a request; a part that is not named is not read, except that an unknown query parameter is a
 * violation.
 */
export interface RequestContract {
  readonly path?: z.ZodType;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
}

export type Parsed<Contract extends RequestContract> = {
  [Part in keyof Contract]: Contract[Part] extends z.ZodType ? z.output<Contract[Part]> : never;
};

/**
 * Validates every part of the request that the contract names. Throws one problem that lists every violation with its
 * place and what was expected; `prepare` sees the body before that, may refuse it for another reason, and returns what
 * is validated.
 */
export function parseRequest<Contract extends RequestContract>(
  contract: Contract,
  request: HttpRequest,
  prepare: (body: unknown) => unknown = (body) => body,
): Parsed<Contract> {
  const body = (): unknown => prepare(bodyOf(request));
  const violations: Violation[] = [];
  const parsed: Record<string, unknown> = {};
  const parts: [keyof RequestContract, () => unknown][] = [
    ['path', () => request.pathParameters ?? {}],
    ['query', () => request.queryStringParameters ?? {}],
    ['headers', () => request.headers],
    ['body', body],
  ];
  for (const [part, read] of parts) {
    const schema = contract[part];
    if (schema === undefined) continue;
    const result = schema.safeParse(read(), { error: explained });
    if (result.success) parsed[part] = result.data;
    else violations.push(...violationsOf(result.error, part));
  }
  if (violations.length > 0) throw invalidRequest(violations);
  return parsed as Parsed<Contract>;
}
