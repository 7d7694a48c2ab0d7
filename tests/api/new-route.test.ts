import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { invoke, service } from '#tests/support/service.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { describedRoutes, openApiDocument } from '#shared/api/openapi/openapi.ts';
import { PageLimit, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { queryResources } from '#shared/api/resources.ts';
import { type Route, routes } from '#shared/api/routes.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { readEvents } from '#shared/read-models/timeline/query.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { meeting } from '#tests/support/events.ts';

// The file of a new resource.
const readPlacesRequest = () => ({
  path: z.object({ dyad: z.string() }),
  headers: ReadHeaders,
  query: z.strictObject({ ...readParameters, limit: PageLimit }),
});
const readPlaces = queryResource([timeline], readPlacesRequest, async ({ path, query, readModels, request }) => {
  const asked = { subject: path.dyad, order: 'newest', limit: query.limit } as const;
  const { items } = await readEvents(readModels, timeline, asked);
  const places = items.map(({ place }) => ({ country: place?.country ?? null }));
  return listReply(
    request,
    { items: places, next: null },
    { file: 'places', columns: { country: (row) => row.country } },
  );
});
const readPlacesOperation = (): Operation => ({
  summary: 'The places of a relation',
  request: readPlacesRequest(),
  responses: listOf('The places', z.object({ country: z.string().nullable() })),
  problems: ['invalid-request', 'projection-lagging'],
});

// Its row among the routes, and its rows among the resources.
const route: Route = { method: 'GET', path: '/places/{dyad}', function: 'query', scope: 'chancery/read' };
const resources = { ...queryResources, 'GET /places/{dyad}': readPlaces };
const described = [...describedRoutes, { route, operation: readPlacesOperation() }];

describe('a new route', () => {
  const chancery = service();
  const get = async (headers: Record<string, string> = {}, query: Record<string, string> = {}) =>
    invoke(httpFunction(resources, chancery.querying), {
      route: 'GET /places/{dyad}',
      path: '/places/BGD-PAK',
      parameters: { dyad: 'BGD-PAK' },
      headers,
      query,
    });

  beforeAll(async () => {
    await chancery.post('relation/BGD-PAK', meeting({ place: { country: 'FJI' } }));
    await chancery.catchUp();
  });

  it('replies as JSON and CSV, with 304, 406, 400 and 503 as every other', async () => {
    const reply = await get();
    expect(JSON.parse(reply.body)).toEqual({ items: [{ country: 'FJI' }], next: null });
    expect((await get({ accept: 'text/csv' })).body).toBe('country\r\n"FJI"\r\n');
    expect((await get({ 'if-none-match': reply.headers.ETag ?? '' })).statusCode).toBe(304);
    expect((await get({ accept: 'image/png' })).statusCode).toBe(406);
    expect((await get({}, { colour: 'red' })).statusCode).toBe(400);
    const { body } = await chancery.feed();
    expect((await get({ prefer: 'wait=0' }, { atLeast: String(body.next) })).statusCode).toBe(200);
    await chancery.stores.checkpoints.move('project', 1, 0);
    expect((await get({ prefer: 'wait=0' }, { atLeast: String(body.next) })).statusCode).toBe(503);
  });

  it('is described with its scope, its parameters and its responses', async () => {
    const document = JSON.parse(JSON.stringify(openApiDocument(described))) as {
      security: unknown;
      paths: Record<string, { get: object }>;
    };
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
    expect(document.security).toEqual([{ token: ['chancery/read'] }]);
    expect(document.paths['/places/{dyad}']?.get).not.toHaveProperty('security');
    expect(document.paths['/places/{dyad}']).toMatchObject({
      get: {
        responses: { 200: { content: { 'application/json': {}, 'text/csv': {} } }, 406: {}, 503: {} },
      },
    });
  });

  it('is named in two files beside its own: the routes and the resources', () => {
    const root = new URL('../..', import.meta.url).pathname;
    const sources = ['functions', 'infra', 'shared'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file)),
    );
    const code = new Map(sources.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
    for (const { method, path } of routes) {
      const naming = sources.filter((source) => code.get(source)?.includes(`'${method} ${path}'`));
      expect(naming.toSorted()).toEqual(['shared/api/resources.ts', 'shared/api/routes.ts']);
    }
  });
});
