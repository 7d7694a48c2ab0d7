/** Resources of a template, by their ids. */
export type TemplateResources = Readonly<Record<string, TemplateResource>>;

export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** A service that calls a function or a queue on behalf of a resource. */
interface Call {
  readonly service: string;
  readonly caller: string;
  readonly callee: string;
  /** What the permission has to name as its source. */
  readonly source: unknown;
}

/** The properties of each type of caller that name what it calls, and as whose behalf. */
const callers: Readonly<
  Record<string, { readonly service: string; readonly named: string; readonly source?: string }>
> = {
  'AWS::ApiGatewayV2::Integration': { service: 'apigateway', named: 'IntegrationUri', source: 'ApiId' },
  'AWS::ApiGatewayV2::Authorizer': { service: 'apigateway', named: 'AuthorizerUri' },
  'AWS::Events::Rule': { service: 'events', named: 'Targets' },
  'AWS::Cognito::UserPool': { service: 'cognito-idp', named: 'LambdaConfig' },
};

/**
 * Returns the calls of functions and queues that a template does not permit, each as a sentence: a function by its
 * permissions, a queue by its policies. An emulator that does not ask for permissions lets them pass; AWS does not.
 */
export function missingPermissions(resources: TemplateResources): string[] {
  const policies = Object.values(resources).filter(({ Type }) => /::(Permission|QueuePolicy)$/.test(Type));
  const permitted = policies.flatMap(statementsOf);
  return callsIn(resources)
    .filter((call) => !permitted.some((statement) => permits(statement, call)))
    .map(({ service, caller, callee }) => `${service} may not call ${callee} for ${caller}`);
}

function callsIn(resources: TemplateResources): Call[] {
  return Object.entries(resources).flatMap(([caller, { Type, Properties }]) => {
    const { service, named = '', source } = callers[Type] ?? {};
    if (service === undefined) return [];
    const called = idsIn(Properties[named]).filter((id) => /::(Function|Queue)$/.test(resources[id]?.Type ?? ''));
    const from = source === undefined ? { Ref: caller } : Properties[source];
    return called.map((callee) => ({ service, caller, callee, source: from }));
  });
}

interface Statement {
  readonly callees: readonly string[];
  readonly text: string;
  readonly sources: readonly string[];
}

/** Returns what a permission or the policy of a queue allows. */
function statementsOf({ Type, Properties }: TemplateResource): Statement[] {
  if (Type === 'AWS::Lambda::Permission') {
    const { FunctionName, SourceArn, ...rest } = Properties;
    return [{ callees: idsIn(FunctionName), text: JSON.stringify(rest), sources: idsIn(SourceArn) }];
  }
  const { Statement: statements } = Properties.PolicyDocument as { Statement: Readonly<Record<string, unknown>>[] };
  return statements
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Resource, Condition, ...rest }) => ({
      callees: idsIn(Resource),
      text: JSON.stringify(rest),
      sources: idsIn(Condition),
    }));
}

const permits = ({ callees, text, sources }: Statement, { service, callee, source }: Call): boolean =>
  callees.includes(callee) &&
  text.includes(`"${service}.amazonaws.com"`) &&
  /"(lambda:InvokeFunction|sqs:SendMessage)"/.test(text) &&
  idsIn(source).every((id) => sources.includes(id));

/** Returns the ids that references within a value name. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return [String(inner)];
    return key === 'Fn::GetAtt' && Array.isArray(inner) ? [String(inner[0])] : idsIn(inner);
  });
}
