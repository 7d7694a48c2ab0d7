import { asyncApiDocument } from '#shared/api/asyncapi/asyncapi.ts';
import examples from '#shared/api/openapi/examples.json' with { type: 'json' };
import { openApiDocument } from '#shared/api/openapi/openapi.ts';

/** The documents that are written next to the bundle when it is made: they are the same for every request. */
export const assets = (): Readonly<Record<string, string>> => ({
  'openapi.json': JSON.stringify(openApiDocument()),
  'openapi-examples.json': JSON.stringify(examples),
  'asyncapi.json': JSON.stringify(asyncApiDocument()),
});
