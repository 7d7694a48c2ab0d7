import type * as z from 'zod';
import type { RequestContract } from './parse-request.ts';
import type { ProblemName } from './problem.ts';

/** One success response of an operation. */
export interface OperationResponse {
  /** The name of its component in the OpenAPI document, shared by operations. */
  readonly id?: string;
  readonly description: string;
  /** By media type. */
  readonly content?: Readonly<Record<string, z.ZodType>>;
  readonly headers?: z.ZodObject;
}

/** The OpenAPI description of a route: the schemas of its requests and responses, and its problems. */
export interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly request: RequestContract;
  readonly responses: Readonly<Record<number, OperationResponse>>;
  readonly problems: readonly ProblemName[];
}
