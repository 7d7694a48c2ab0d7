import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { target } from '#infra/local/cloud/http/http-event.ts';
import { authorizerEvent, type AuthorizerContext, type ConnectionFacts } from './socket-event.ts';

export interface SocketAuthorizerSettings {
  readonly fn: Pick<HostedFunction, 'invoke'>;
  /**
   * `route.request.header.Name` or `route.request.querystring.name`: a request without one of them is refused without a
   * call.
   */
  readonly identitySource: readonly string[];
  readonly accountId: string;
  readonly region: string;
}

/** The caller's access: granted, or refused with a status. */
export type Access =
  { readonly authorizer: AuthorizerContext } | { readonly status: 401 | 403 | 500; readonly message: string };

const listed = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const policySchema = z.object({
  principalId: z.string(),
  policyDocument: z.object({
    Statement: z.array(z.object({ Effect: z.enum(['Allow', 'Deny']), Action: listed, Resource: listed })),
  }),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
});
type Statement = z.output<typeof policySchema>['policyDocument']['Statement'][number];

const unauthorized = { status: 401, message: 'Unauthorized' } as const;
const failed = { status: 500, message: 'Internal server error' } as const;

/**
 * Creates a Lambda authorizer of the type REQUEST, which returns a policy on the route `$connect` when a client
 * connects.
 */
export function socketAuthorizer({ fn, identitySource, accountId, region }: SocketAuthorizerSettings) {
  return async (request: IncomingMessage, facts: ConnectionFacts): Promise<Access> => {
    if (!identitySource.every((source) => isGiven(source, request))) return unauthorized;
    const methodArn = `arn:aws:execute-api:${region}:${accountId}:${facts.apiId}/${facts.stage}/$connect`;
    const outcome = await fn.invoke(authorizerEvent(request, facts, methodArn));
    if (outcome.error !== undefined) return outcome.error.errorMessage === 'Unauthorized' ? unauthorized : failed;
    const response = policySchema.safeParse(JSON.parse(outcome.payload));
    if (!response.success) return failed;
    const { principalId, policyDocument, context } = response.data;
    const about = policyDocument.Statement.filter((statement) => isAbout(statement, methodArn));
    if (about.length === 0 || about.some(({ Effect }) => Effect === 'Deny'))
      return { status: 403, message: 'User is not authorized to access this resource' };
    return { authorizer: { ...context, principalId } };
  };
}

function isGiven(source: string, request: IncomingMessage): boolean {
  const [, , kind, ...rest] = source.split('.');
  const name = rest.join('.');
  if (kind === 'header') return (request.headers[name.toLowerCase()] ?? '') !== '';
  return (new URLSearchParams(target(request).rawQueryString).get(name) ?? '') !== '';
}

function isAbout({ Action, Resource }: Statement, methodArn: string): boolean {
  const matches = (pattern: string, text: string) =>
    new RegExp(`^${RegExp.escape(pattern).replaceAll('\\*', '.*').replaceAll('\\?', '.')}$`, 'i').test(text);
  return (
    Action.some((action) => matches(action, 'execute-api:Invoke')) &&
    Resource.some((resource) => matches(resource, methodArn))
  );
}
