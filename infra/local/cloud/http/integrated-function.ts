import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { Refusal } from '#infra/local/refusal.ts';

/** The function that an integration or an authorizer of an API names by its URI; one that the template does not have is refused. */
export function integratedFunction(
  functions: ReadonlyMap<string, HostedFunction>,
  uri: string,
  logicalId: string,
): HostedFunction {
  const fn = functions.get(/(arn:aws:lambda:[^/]+)(?:\/invocations)?$/.exec(uri)?.[1] ?? uri);
  if (fn === undefined) throw new Refusal(`${logicalId}: ${uri} is not a function of this template`);
  return fn;
}
