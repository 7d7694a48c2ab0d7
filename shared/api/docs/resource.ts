import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import type { Resource } from '#shared/api/protocol/resource.ts';
import { referencePage, startScript } from '#shared/api/openapi/reference-page.ts';

/** The ports of the routes that describe the API. */
export interface DocsPorts {
  /** Reads a file that lies next to the bundle. */
  readonly readAsset: (name: string) => Promise<Buffer>;
}

/** A document that is written when the function is bundled. */
const document = (name: string): Resource<DocsPorts> => ({
  handle: async ({ readAsset }) => ({
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body: (await readAsset(name)).toString(),
  }),
});

/** `GET /openapi.json` */
export const readOpenApi = document('openapi.json');

export const readOpenApiOperation = (): Operation => ({
  summary: 'This description, as OpenAPI 3.1',
  request: {},
  responses: {
    200: { description: 'The document', content: { 'application/json': z.looseObject({ openapi: z.string() }) } },
  },
  problems: [],
});

/** `GET /openapi-examples.json` */
export const readOpenApiExamples = document('openapi-examples.json');

export const readOpenApiExamplesOperation = (): Operation => ({
  summary: 'Examples of requests and responses, by route and media type',
  description:
    'What is posted is under `requestBody`. They are apart from `/openapi.json`, which generators of clients read.',
  request: {},
  responses: {
    200: {
      description: 'The document',
      content: { 'application/json': z.record(z.string(), z.record(z.string(), z.unknown())) },
    },
  },
  problems: [],
});

/** `GET /asyncapi.json` */
export const readAsyncApi = document('asyncapi.json');

export const readAsyncApiOperation = (): Operation => ({
  summary: 'The messages to subscribers, as AsyncAPI 3.0',
  request: {},
  responses: {
    200: { description: 'The document', content: { 'application/json': z.looseObject({ asyncapi: z.string() }) } },
  },
  problems: [],
});

/** `GET /docs` */
export const readDocs: Resource<DocsPorts> = { handle: () => page('text/html; charset=utf-8', referencePage) };

export const readDocsOperation = (): Operation => ({
  summary: 'This description, rendered',
  request: {},
  responses: { 200: { description: 'The page', content: { 'text/html': z.string() } } },
  problems: [],
});

/** The files of Swagger UI, with their media types. */
const rendererFiles: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
]);

/** `GET /docs/{asset}` */
export const readDocsAsset: Resource<DocsPorts> = {
  handle: async ({ readAsset }, request) => {
    const { asset = '' } = request.pathParameters ?? {};
    if (asset === 'start.js') return page('text/javascript', startScript);
    const type = rendererFiles.get(asset);
    if (type === undefined) throw notFound(`There is no file ${asset}`);
    return compressed(request, type, await readAsset(asset));
  },
};

export const readDocsAssetOperation = (): Operation => ({
  summary: 'A file that the rendered description needs',
  request: { path: z.object({ asset: z.string() }) },
  responses: { 200: { description: 'The file' } },
  problems: ['not-found'],
});

/** A page that may run only what this API serves. */
const page = (type: string, body: string): HttpReply => ({
  statusCode: 200,
  headers: {
    'Content-Type': type,
    'Content-Security-Policy':
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
  },
  body,
});

function compressed({ headers }: HttpRequest, type: string, content: Buffer): HttpReply {
  const gzip = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  return {
    statusCode: 200,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=86400',
      Vary: 'Accept-Encoding',
      ...(gzip && { 'Content-Encoding': 'gzip' }),
    },
    body: (gzip ? gzipSync(content) : content).toString('base64'),
    isBase64Encoded: true,
  };
}
