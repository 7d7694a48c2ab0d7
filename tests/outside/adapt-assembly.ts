import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplateResource, TemplateResources } from './missing-permissions.ts';

type Resource = TemplateResource;
type Resources = TemplateResources;

/** What MiniStack 1.5.33 cannot make: archives, alarms on metric math, and the look of the sign-in page. */
const missing = ({ Type, Properties }: Resource): boolean =>
  Type === 'AWS::Events::Archive' ||
  Type === 'AWS::Cognito::ManagedLoginBranding' ||
  (Type === 'AWS::CloudWatch::Alarm' && 'Metrics' in Properties);

/** Returns a resource as a defective template has it; undefined: not at all. */
type Defect = (resource: Resource, id: string) => Resource | undefined;

const without =
  (is: (resource: Resource, id: string) => boolean): Defect =>
  (resource, id) =>
    is(resource, id) ? undefined : resource;

/**
 * Defects that a deployment may have, and that the checks must notice. MiniStack does not ask for permissions of
 * functions: a missing one is noticed in the template.
 */
export const defects: Readonly<Record<string, Defect>> = {
  grant: (resource, id) => {
    if (!id.startsWith('Webhooksdeliverwebhooksrole')) return resource;
    return JSON.parse(JSON.stringify(resource).replaceAll('dynamodb:UpdateItem', 'dynamodb:DescribeTable')) as Resource;
  },
  permission: without(({ Type }, id) => Type === 'AWS::Lambda::Permission' && id.includes('Authorizer')),
  rule: without(({ Type, Properties }) => Type === 'AWS::Events::Rule' && 'EventPattern' in Properties),
};

/**
 * Copies a cloud assembly, and changes of its template what MiniStack does otherwise than AWS; says what it leaves out,
 * and returns what is left. A defect that is named is made, too.
 */
export async function adaptAssembly(from: string, to: string, endpoint: string, defect?: string): Promise<Resources> {
  await cp(from, to, { recursive: true });
  const file = join(to, 'Chancery-dev.template.json');
  const template = JSON.parse(await readFile(file, 'utf8')) as { Resources: Resources };
  const made = defects[defect ?? ''] ?? ((resource: Resource) => resource);
  const kept = Object.entries(template.Resources).flatMap(([id, resource]): [string, Resource][] => {
    const left = missing(resource) ? undefined : made(resource, id);
    return left === undefined ? [] : [[id, left]];
  });
  console.log(`left out ${Object.keys(template.Resources).length - kept.length} of the template's resources`);
  const resources = Object.fromEntries(kept);
  const secrets = new Set(kept.flatMap(([id, { Type }]) => (Type === 'AWS::SecretsManager::Secret' ? [id] : [])));
  const adapt = (_key: string, part: unknown) => adaptedPart(part, secrets);
  const adapted = JSON.parse(JSON.stringify(resources), adapt) as Resources;
  const withAddresses = Object.entries(adapted).map(([id, resource]) => [
    id,
    withEmulator(resource, adapted, endpoint),
  ]);
  const text = JSON.stringify({ ...template, Resources: Object.fromEntries(withAddresses) });
  await writeFile(file, text);
  await renameTemplate(to, createHash('sha256').update(text).digest('hex'));
  return resources;
}

type Part = Readonly<Record<string, unknown>>;
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The address of a user pool is not to be had from it; `Ref` of a secret is its name instead of its ARN; its topics and
 * queues are reached over plain HTTP, which their policies rightly deny; and it asks for actions that IAM does not
 * have: `sqs:SendMessageBatch`, and, of every table, `dynamodb:ExecuteStatement` and `dynamodb:BatchExecuteStatement`,
 * so that the grants of PartiQL are not proven here.
 */
function adaptedPart(part: unknown, secrets: ReadonlySet<string>): unknown {
  if (Array.isArray(part)) {
    const kept: unknown[] = part.filter((one) => !isPart(one) || !JSON.stringify(one).includes('aws:SecureTransport'));
    const granted = JSON.stringify(kept.flatMap((one) => (isPart(one) ? [one.Action] : [])));
    const asked = Object.entries(statementsOf).flatMap(([grant, action]) => (granted.includes(grant) ? [action] : []));
    return asked.length === 0 ? kept : [...kept, { Effect: 'Allow', Action: asked, Resource: '*' }];
  }
  if (!isPart(part)) return part;
  if (secrets.has(String(part.Ref))) return { 'Fn::GetAtt': [part.Ref, 'Arn'] };
  const attribute = part['Fn::GetAtt'];
  if (Array.isArray(attribute) && attribute[1] === 'ProviderURL')
    return joined('https://cognito-idp.', { Ref: 'AWS::Region' }, '.amazonaws.com/', { Ref: attribute[0] });
  const actions = [part.Action].flat();
  return actions.includes('sqs:SendMessage') ? { ...part, Action: [...actions, 'sqs:SendMessageBatch'] } : part;
}

/** The actions that the emulator asks for in place of those of PartiQL. */
const statementsOf = {
  'dynamodb:PartiQLSelect': 'dynamodb:ExecuteStatement',
  'dynamodb:PartiQLInsert': 'dynamodb:BatchExecuteStatement',
};

const joined = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });

/** A policy without statements is none. */
const placeholder = {
  Effect: 'Allow',
  Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
  Action: 'sqs:GetQueueAttributes',
  Resource: '*',
};

/** A function finds the emulator where it would find AWS; a policy that has lost its statements gets another. */
function withEmulator(resource: Resource, all: Resources, endpoint: string): Resource {
  const { Type, Properties } = resource;
  const document = Properties.PolicyDocument;
  if (/^AWS::(SQS::QueuePolicy|SNS::TopicPolicy)$/.test(Type) && isPart(document)) {
    const statements = [document.Statement].flat();
    const Statement = statements.length === 0 ? [placeholder] : statements;
    return { ...resource, Properties: { ...Properties, PolicyDocument: { ...document, Statement } } };
  }
  const environment = Properties.Environment;
  if (Type !== 'AWS::Lambda::Function' || !isPart(environment) || !isPart(environment.Variables)) return resource;
  const pool = idOf(all, ({ Type: type }) => type === 'AWS::Cognito::UserPool');
  const isSocketApi = ({ Type: type, Properties: { ProtocolType } }: Resource) =>
    type === 'AWS::ApiGatewayV2::Api' && ProtocolType === 'WEBSOCKET';
  const addresses: Part = {
    WEBHOOK_LOOPBACK: 'allowed',
    TOKEN_KEYS_URL: joined(`${endpoint}/`, { Ref: pool }, '/.well-known/jwks.json'),
    SOCKETS_URL: joined(`${endpoint}/_aws/execute-api/`, { Ref: idOf(all, isSocketApi) }, '/live'),
  };
  const Variables = Object.fromEntries(
    Object.entries(environment.Variables).map(([name, value]) => [name, addresses[name] ?? value]),
  );
  return { ...resource, Properties: { ...Properties, Environment: { Variables } } };
}

function idOf(all: Resources, is: (resource: Resource) => boolean): string {
  const [id] = Object.entries(all).find(([, resource]) => is(resource)) ?? [];
  if (id === undefined) throw new Error('The template lacks a resource that the adaptation needs');
  return id;
}

/**
 * The template is an asset that is named after its content. It is deployed without the bootstrap's roles: MiniStack
 * denies the one that publishes its bucket, by the condition `aws:ResourceAccount`.
 */
async function renameTemplate(folder: string, hash: string): Promise<void> {
  const roles = new Set(['assumeRoleArn', 'cloudFormationExecutionRoleArn', 'lookupRole']);
  const assets = join(folder, 'Chancery-dev.assets.json');
  const { files } = JSON.parse(await readFile(assets, 'utf8')) as {
    files: Record<string, { source: { path: string } }>;
  };
  const before = Object.keys(files).find((name) => files[name]?.source.path.endsWith('.template.json'));
  if (before === undefined) throw new Error('The assembly has no template among its assets');
  for (const file of [assets, join(folder, 'manifest.json')]) {
    const text = (await readFile(file, 'utf8')).replaceAll(before, hash);
    const withoutRoles: unknown = JSON.parse(text, (key, value: unknown) => (roles.has(key) ? undefined : value));
    await writeFile(file, JSON.stringify(withoutRoles));
  }
}
