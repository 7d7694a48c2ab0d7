import type { ZodOpenApiResponseObject } from 'zod-openapi';

const known = new Map<string, ZodOpenApiResponseObject>();

/** Returns the one object of a response by its id: the document then has it once, and operations refer to it. */
export function sharedResponse(id: string, response: ZodOpenApiResponseObject): ZodOpenApiResponseObject {
  const first = known.get(id) ?? { id, ...response };
  known.set(id, first);
  return first;
}
