import * as z from 'zod';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { ignored } from '#infra/local/cloud/template/run-time-type.ts';
import { Refusal } from '#infra/local/refusal.ts';

/** Properties of a stage of either kind of API. */
export const stageProperties = {
  ApiId: z.string(),
  StageVariables: z.record(z.string(), z.string()).optional(),
  AutoDeploy: ignored,
  Description: ignored,
  /** Throttling and access logs belong to a public endpoint and have no effect here. */
  AccessLogSettings: ignored,
  DefaultRouteSettings: ignored,
  RouteSettings: ignored,
  Tags: ignored,
};

/** Properties of an integration of either kind of API: each leads to a function. */
export const integrationProperties = {
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  IntegrationMethod: ignored,
  Description: ignored,
};

/**
 * Finds the function that an integration or an authorizer names by its URI; throws a `Refusal` when the template has no
 * such function.
 */
export function integratedFunction(
  functions: ReadonlyMap<string, HostedFunction>,
  uri: string,
  logicalId: string,
): HostedFunction {
  const fn = functions.get(/(arn:aws:lambda:[^/]+)(?:\/invocations)?$/.exec(uri)?.[1] ?? uri);
  if (fn === undefined) throw new Refusal(`${logicalId}: ${uri} is not a function of this template`);
  return fn;
}
