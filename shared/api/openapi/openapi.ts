import * as z from 'zod';
import { createDocument, type oas32, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import type { Operation, OperationResponse } from '#shared/api/protocol/operation.ts';
import { watermarkHeader } from '#shared/api/protocol/query-responses.ts';
import { operations } from '#shared/api/resources.ts';
import { keyOfRoute, type Route, routes } from '#shared/api/routes.ts';
import { compacted, withoutRepetition } from './compacted.ts';
import { refusals } from './refusals.ts';
import { sharedResponse } from './shared-response.ts';
import { tagList, tagOf } from './tags.ts';

/** The rules of every operation. */
const rules =
  'Every GET has an `ETag` (`If-None-Match`: 304) and none has a HEAD (405). Lists come in pages, which lead on by `Link` rel="next", as CSV with `Accept: text/csv`, and as NDJSON with `Accept: application/x-ndjson`; ' +
  'an `Accept` that allows nothing there is gets 406. A code, topic, office, quarter or date that is not valid is refused with 400, a path below `/relations/` that ' +
  'names no dyad with 404; either names the parameter. What exists only by being recorded, such as an event or a person, is 404 until it is. ' +
  'A valid party, dyad, office, topic or quarter of which nothing is recorded is 200, and empty.';

/** A route with its description. */
export interface DescribedRoute {
  readonly route: Route;
  readonly operation: Operation;
}

const allOperations: Readonly<Record<string, () => Operation>> = operations;

/** Every route of the API with its description. */
export const describedRoutes: readonly DescribedRoute[] = routes.map((route) => {
  const key = keyOfRoute(route);
  const operation = allOperations[key]?.();
  if (operation === undefined) throw new Error(`${key} is not described`);
  return { route, operation };
});

/**
 * The OpenAPI 3.1 document, made of the schemas that validate the traffic. It says what recurs once, and refers to it.
 */
export function openApiDocument(described = describedRoutes): oas32.OpenAPIObject {
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Chancery',
        version: '1.0.0',
        description: 'An immutable, tamper-evident record of diplomatic events, and its read models.\n\n' + rules,
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      },
      servers: [{ url: '/' }],
      security: securityOf({ scope: usualScope }),
      tags: tagList(described.map(({ route }) => route.path)),
      externalDocs: { url: '/openapi-examples.json', description: 'Examples, by route and media type' },
      paths: pathsOf(described),
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'An access token of the user pool',
          },
        },
      },
    },
    { override: withoutRepetition },
  );
  return compacted(document);
}

/** The scope of the operations that name none. */
const usualScope = 'chancery/read';

const securityOf = ({ scope }: Pick<Route, 'scope'>) => (scope === undefined ? [] : [{ token: [scope] }]);

function pathsOf(described: readonly DescribedRoute[]): Record<string, Record<string, ZodOpenApiOperationObject>> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const one of described) (paths[one.route.path] ??= {})[one.route.method.toLowerCase()] = describe(one);
  return paths;
}

function describe({ route, operation }: DescribedRoute): ZodOpenApiOperationObject {
  const { summary, description, request, responses, problems: names } = operation;
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/{}.]+(\w?)/g, (_, first: string) => first.toUpperCase())}`,
    tags: [tagOf(route.path)],
    summary,
    ...(description !== undefined && { description }),
    ...(route.scope !== usualScope && { security: securityOf(route) }),
    requestParams: {
      ...(request.path && { path: fieldsOf(request.path) }),
      ...(request.query && { query: fieldsOf(request.query) }),
      ...(request.headers && { header: fieldsOf(request.headers) }),
    },
    ...(request.body && {
      requestBody: {
        required: !request.body.safeParse({}).success,
        content: { 'application/json': { schema: request.body } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, one]) => [
          status,
          responseOf(status === '200' && names.includes('projection-lagging') ? watermarked(one) : one),
        ]),
      ),
      ...refusals(route, names),
    },
  };
}

/** The response of a query of read models. */
const watermarked = (response: OperationResponse): OperationResponse => ({
  ...response,
  headers: (response.headers ?? z.object({})).extend(watermarkHeader.shape),
});

const responseOf = ({ id, description, content, headers }: OperationResponse): ZodOpenApiResponseObject => {
  const response = {
    description,
    ...(content && {
      content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
    }),
    ...(headers && { headers }),
  };
  return id === undefined ? response : sharedResponse(id, response);
};

/** Parameters are the fields of an object, also where it is then made into something else. */
function fieldsOf(schema: z.ZodType): z.ZodObject {
  const fields = schema instanceof z.ZodPipe ? schema.in : schema;
  if (!(fields instanceof z.ZodObject)) throw new Error('The parameters of an operation are described by an object');
  return fields;
}
