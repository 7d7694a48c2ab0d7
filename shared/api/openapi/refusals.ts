import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { type ProblemName, problems } from '#shared/api/protocol/problem.ts';
import { GatewayMessage, Problem } from '#shared/api/protocol/problem-schema.ts';
import type { Route } from '#shared/api/routes.ts';
import { sharedResponse } from './shared-response.ts';

type Responses = Readonly<Record<string, ZodOpenApiResponseObject>>;

/** The problems that API Gateway may answer with before or instead of a function; it says no more than a `message`. */
const ofGateway: ReadonlySet<ProblemName> = new Set([
  'unauthorized',
  'forbidden',
  'payload-too-large',
  'too-many-requests',
  'internal-error',
  'unavailable',
]);

/** Returns the refusals of a route by status: its own problems, and those that every route of its kind has. */
export function refusals({ method, scope }: Route, names: readonly ProblemName[]): Responses {
  const negotiated = method === 'GET' ? (['not-acceptable'] as const) : [];
  const guarded = scope === undefined ? [] : (['unauthorized', 'forbidden'] as const);
  const all = [...names, ...negotiated, ...guarded, 'too-many-requests', 'internal-error', 'unavailable'] as const;
  const byStatus = Map.groupBy(new Set(all), (name) => problems[name].status);
  const refused = [...byStatus].map(([status, sharing]) => [status, refusalOf(sharing)]);
  return Object.fromEntries([...refused, ['431', tooLong]]);
}

/** What the gateway refuses before it reads it. */
const tooLong = sharedResponse('TooLong', {
  description: 'The address or the headers are longer than the gateway takes: 10 240 bytes together',
});

/** Returns the response with one of some problems. */
function refusalOf(names: readonly ProblemName[]): ZodOpenApiResponseObject {
  const id = names.toSorted().map(pascalCase).join('Or');
  return sharedResponse(id, {
    description: names.map((name) => `${problems[name].title} (\`urn:chancery:problem:${name}\`)`).join('; '),
    content: {
      'application/problem+json': { schema: Problem },
      ...(names.some((name) => ofGateway.has(name)) && { 'application/json': { schema: GatewayMessage } }),
    },
  });
}

const pascalCase = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
