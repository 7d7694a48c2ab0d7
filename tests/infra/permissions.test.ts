import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed, functionNames } from '#tests/support/deployed.ts';
import { needsOf } from '#tests/support/needs.ts';

const { all, functionId } = deployed('dev');

const names = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const resources = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const statement = z.strictObject({ Effect: z.literal('Allow'), Action: names, Resource: resources });
const policy = z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) });
const roles = all(
  'AWS::IAM::Role',
  z.strictObject({ AssumeRolePolicyDocument: z.unknown(), Policies: z.array(policy), Tags: z.unknown() }),
).map(({ id, properties: { Policies } }) => ({
  id,
  statements: Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
}));
const statements = roles.flatMap((role) => role.statements);

const functionShape = z.object({
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
});

/** What a function may do, such as `LedgerTable: GetItem Query`, apart from writing its own log. */
function permissionsOf(name: string): { may: string[]; environment: string[] } {
  const [fn] = all('AWS::Lambda::Function', functionShape).filter(({ id }) => id === functionId(name));
  if (fn === undefined) throw new Error(`${name} is not deployed`);
  const role = fn.properties.Role['Fn::GetAtt'][0];
  const granted = roles
    .filter(({ id }) => id === role)
    .flatMap((found) => found.statements)
    .flatMap(({ Action, Resource }) => Resource.map((resource) => `${target(resource)}: ${verbs(Action)}`))
    .filter(
      (permission) => permission !== `${target(fn.properties.LoggingConfig.LogGroup)}: CreateLogStream PutLogEvents`,
    );
  return {
    may: granted.toSorted(),
    environment: Object.keys(fn.properties.Environment.Variables).filter(
      (variable) => !variable.startsWith('POWERTOOLS_'),
    ),
  };
}

const verbs = (actions: readonly string[]) =>
  actions
    .map((action) => action.replace(/^.*:/, ''))
    .toSorted()
    .join(' ');

const attribute = z
  .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
  .transform((reference) => reference['Fn::GetAtt']);
const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

/**
 * The logical id that a reference names, without its hash; with the attribute unless it is the ARN, and with what is
 * joined to it.
 */
function target(reference: unknown): string {
  const pieces = joined.safeParse(reference).data?.['Fn::Join'][1];
  if (pieces !== undefined) {
    const named = pieces.filter(
      (piece) => !JSON.stringify(piece).includes('"AWS::') && !/^(arn)?:/.test(String(piece)),
    );
    return named.map((piece) => (typeof piece === 'string' ? piece : target(piece))).join('');
  }
  const shape = z.union([
    z.object({ Ref: z.string() }).transform(({ Ref }): [string, string] => [Ref, 'Arn']),
    attribute,
    // A part of a resource, such as an index of a table.
    z
      .object({ 'Fn::Join': z.tuple([z.literal(''), z.tuple([attribute, z.string()])]) })
      .transform(({ 'Fn::Join': [, [[id], part]] }): [string, string] => [id, part]),
  ]);
  const [id, part] = shape.parse(reference);
  return id.replace(/[0-9A-F]{8}$/, '') + (part === 'Arn' ? '' : `.${part}`);
}

describe('the ledger', () => {
  it('may be read and put to, and nobody may update or delete', () => {
    const onLedger = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('LedgerTable'));
    const granted = new Set(onLedger.flatMap(({ Action }) => Action));
    expect([...granted].toSorted()).toEqual(
      ['DescribeStream', 'GetItem', 'GetRecords', 'GetShardIterator', 'ListStreams', 'PutItem', 'Query', 'Scan'].map(
        (verb) => `dynamodb:${verb}`,
      ),
    );
  });

  it('is in reach of no wildcard and of no policy that others manage', () => {
    const onConnections = statements.filter(({ Action }) => Action.includes('execute-api:ManageConnections'));
    expect(JSON.stringify(statements.filter((one) => !onConnections.includes(one)))).not.toContain('*');
    expect(JSON.stringify(onConnections)).not.toMatch(/\*(?<!@connections\/\*)/);
    expect(roles).toHaveLength(functionNames.length);
    expect(all('AWS::IAM::Policy', z.unknown())).toEqual([]);
    expect(all('AWS::IAM::ManagedPolicy', z.unknown())).toEqual([]);
  });
});

describe('a function', () => {
  it.each(functionNames)('may do just what it needs, and has just the variables it needs: %s', (name) => {
    const need = needsOf[name];
    expect(permissionsOf(name)).toEqual({ may: need?.may.toSorted(), environment: need?.environment });
  });
});
