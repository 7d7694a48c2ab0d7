import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { Problem } from '#shared/api/operations/problem.ts';
import type { Operation } from '#shared/api/operations/operation.ts';
import { operations } from '#shared/api/operations/operations.ts';
import examples from './examples.json' with { type: 'json' };
import { problems } from '#shared/api/protocol/problem.ts';
import { type Route, routes } from '#shared/api/routes.ts';

/** What holds for every operation. */
const rules =
  'Every GET has an `ETag` (`If-None-Match`: 304) and none has a HEAD (405). Lists come in pages, which lead on by `Link` rel="next", and as CSV with `Accept: text/csv`; ' +
  'an `Accept` that allows nothing there is gets 406. A code, topic, office, quarter or date that is not valid is refused with 400, a path below `/relations/` that ' +
  'names no dyad with 404; either names the parameter. What exists only by being recorded (an event, a stream, an agreement, a person, a subscription) is 404 until it is. ' +
  'A valid party, dyad, office, topic or quarter of which nothing is recorded is 200, and empty. Examples are answers about the brief that the demo posts.';

/** The OpenAPI 3.1 document, made of the schemas that validate the traffic. */
export function openApiDocument(): unknown {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Chancery',
      version: '1.0.0',
      description: 'An immutable, tamper-evident record of diplomatic events, and the answers it holds.\n\n' + rules,
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: '/' }],
    paths: pathsOf(routes),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token of the user pool' },
      },
    },
  });
}

function pathsOf(all: readonly Route[]): Record<string, Record<string, ZodOpenApiOperationObject>> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of all) {
    const operation = operations[`${route.method} ${route.path}`];
    if (operation === undefined) throw new Error(`${route.method} ${route.path} is not described`);
    (paths[route.path] ??= {})[route.method.toLowerCase()] = describe(route, operation);
  }
  return paths;
}

function describe(
  route: Route,
  { summary, description, request, replies, problems: names }: Operation,
): ZodOpenApiOperationObject {
  const shown = exampleAnswers[`${route.method} ${route.path}`];
  const negotiated = route.method === 'GET' ? (['not-acceptable'] as const) : [];
  const guarded = route.scope === undefined ? [] : (['unauthorized', 'forbidden', 'unavailable'] as const);
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/{}.]+(\w?)/g, (_, first: string) => first.toUpperCase())}`,
    summary,
    ...(description !== undefined && { description }),
    security: route.scope === undefined ? [] : [{ token: [route.scope] }],
    requestParams: {
      ...(request.path && { path: fieldsOf(request.path) }),
      ...(request.query && { query: fieldsOf(request.query) }),
      ...(request.headers && { header: fieldsOf(request.headers) }),
    },
    ...(request.body && {
      requestBody: {
        required: !request.body.safeParse({}).success,
        content: { 'application/json': { schema: request.body, example: shown?.requestBody } },
      },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(replies).map(([status, reply]) => [status, responseOf(reply, shown)])),
      ...refusals([...names, ...negotiated, ...guarded]),
    },
  };
}

/** What routes answer about the brief that the demo posts, by `METHOD path` and media type, and what is posted (`requestBody`). */
const exampleAnswers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = examples;

const responseOf = (
  { description, content, headers }: Operation['replies'][number],
  shown: Readonly<Record<string, unknown>> = {},
): ZodOpenApiResponseObject => ({
  description,
  ...(content && {
    content: Object.fromEntries(
      Object.entries(content).map(([type, schema]) => [
        type,
        { schema, ...(type in shown && { example: shown[type] }) },
      ]),
    ),
  }),
  ...(headers && { headers }),
});

/** Problems by status: several may share one. */
function refusals(names: readonly (keyof typeof problems)[]): Record<string, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(names, (name) => problems[name].status);
  return Object.fromEntries(
    [...byStatus].map(([status, sharing]) => [
      status,
      {
        description: sharing.map((name) => `${problems[name].title} (\`urn:chancery:problem:${name}\`)`).join('; '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}

/** Parameters are the fields of an object, also where it is then made into something else. */
function fieldsOf(schema: z.ZodType): z.ZodObject {
  const fields = schema instanceof z.ZodPipe ? schema.in : schema;
  if (!(fields instanceof z.ZodObject)) throw new Error('The parameters of an operation are described by an object');
  return fields;
}
