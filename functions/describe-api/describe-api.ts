import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { asyncApiDocument } from '#shared/api/asyncapi/asyncapi.ts';
import { type HttpReply, type HttpRequest, json } from '#shared/api/protocol/http-request.ts';
import { openApiDocument } from '#shared/api/openapi/openapi.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { referencePage, startScript } from '#shared/api/openapi/reference-page.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';

/** Files of the renderer, beside the bundle. */
const rendererFiles: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
]);

/** `GET /openapi.json`, `GET /asyncapi.json`, `GET /docs`, `GET /docs/{asset}` */
export const describeApi = (readAsset: (name: string) => Promise<Buffer>) =>
  httpFunction(async (request) => {
    const { rawPath, pathParameters: { asset = '' } = {} } = request;
    if (rawPath === '/openapi.json') return json(200, openApiDocument());
    if (rawPath === '/asyncapi.json') return json(200, asyncApiDocument());
    if (asset === '') return page('text/html; charset=utf-8', referencePage);
    if (asset === 'start.js') return page('text/javascript', startScript);
    const type = rendererFiles.get(asset);
    if (type === undefined) throw notFound(`There is no file ${asset}`);
    return compressed(request, type, await readAsset(asset));
  });

/** The page runs only what this API serves. */
const page = (type: string, body: string): HttpReply => ({
  statusCode: 200,
  headers: {
    'Content-Type': type,
    'Content-Security-Policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
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

export const handler = describeApi(async (name) => readFile(new URL(`assets/${name}`, import.meta.url)));
