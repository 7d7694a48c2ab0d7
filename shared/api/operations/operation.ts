import type * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import type { ProblemName } from '#shared/api/protocol/problem.ts';

/** One success reply of an operation. */
export interface Reply {
  readonly description: string;
  /** By media type. */
  readonly content?: Readonly<Record<string, z.ZodType>>;
  readonly headers?: z.ZodObject;
}

/** What an operation takes and answers: the schemas that validate the traffic and, from them, the OpenAPI document. */
export interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly request: RequestContract;
  readonly replies: Readonly<Record<number, Reply>>;
  readonly problems: readonly ProblemName[];
}
