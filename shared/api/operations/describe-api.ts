import * as z from 'zod';
import type { Operation } from './operation.ts';

/** `GET /openapi.json` */
export const readOpenApiOperation = {
  summary: 'This description, as OpenAPI 3.1',
  request: {},
  replies: {
    200: { description: 'The document', content: { 'application/json': z.looseObject({ openapi: z.string() }) } },
  },
  problems: [],
} as const satisfies Operation;

/** `GET /asyncapi.json` */
export const readAsyncApiOperation = {
  summary: 'What subscribers receive, as AsyncAPI 3.0',
  request: {},
  replies: {
    200: { description: 'The document', content: { 'application/json': z.looseObject({ asyncapi: z.string() }) } },
  },
  problems: [],
} as const satisfies Operation;

/** `GET /docs` */
export const readDocsOperation = {
  summary: 'This description, rendered',
  request: {},
  replies: { 200: { description: 'The page', content: { 'text/html': z.string() } } },
  problems: [],
} as const satisfies Operation;

/** `GET /docs/{asset}` */
export const readAssetOperation = {
  summary: 'A file that the rendered description needs',
  request: { path: z.object({ asset: z.string() }) },
  replies: { 200: { description: 'The file' } },
  problems: ['not-found'],
} as const satisfies Operation;
