import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stageConfigurations } from '#infra/stages/stage-configuration.ts';
import { deployed, type Deployed } from '#tests/support/deployed.ts';

/** Names that the template sets itself, and why each is in nobody's way. */
const explained: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api.Name': 'CloudFormation wants one; a label, several APIs may have the same',
  'AWS::ApiGatewayV2::Authorizer.Name': 'CloudFormation wants one; within its API',
  'AWS::ApiGatewayV2::Stage.StageName': 'CloudFormation wants one; within its API, and part of its address',
  'AWS::Cognito::UserPoolClient.ClientName': 'a label, within its pool',
  'AWS::Cognito::UserPoolDomain.Domain': 'CloudFormation wants one; holds the stage and the account',
  'AWS::Cognito::UserPoolGroup.GroupName': 'within its pool; tokens have it',
  'AWS::Cognito::UserPoolResourceServer.Identifier':
    'CloudFormation wants one; within its pool, the first part of scopes',
  'AWS::Cognito::UserPoolResourceServer.Name': 'CloudFormation wants one; a label, within its pool',
  'AWS::Events::EventBus.Name': 'CloudFormation wants one; holds the stage, and rules of other accounts name it',
};

/** Properties by which a template can name a resource, of all types of CloudFormation that do not only end in Name. */
const isName = (property: string) => /(^|[a-z])Name$/.test(property) || ['Identifier', 'Domain'].includes(property);

/** What belongs to another resource of the template: a reference names it. */
const isReference = (value: unknown) => z.union([z.object({ Ref: z.string() }), getAtt]).safeParse(value).success;
const getAtt = z.object({ 'Fn::GetAtt': z.array(z.string()) });

/** What is not the resource's own name, but that of what it is about, or a text for people. */
const others = new Set(['AWS::CloudWatch::Alarm.MetricName', 'AWS::SNS::Topic.DisplayName']);

interface Named {
  readonly property: string;
  readonly name: unknown;
}

const fixedNames = ({ types, all }: Deployed): Named[] =>
  types.flatMap((type) =>
    all(type, z.record(z.string(), z.unknown()).default({})).flatMap(({ properties }) =>
      Object.entries(properties)
        .filter(([property, value]) => isName(property) && !isReference(value))
        .map(([property, name]) => ({ property: `${type}.${property}`, name }))
        .filter(({ property }) => !others.has(property)),
    ),
  );

const configuration = {
  ...stageConfigurations.dev(),
  encryption: 'customer',
  notedHeads: { retentionDays: 1 },
} as const;

describe('the physical names of a stack', () => {
  it.each([
    ['dev', deployed('dev')],
    ['prod', deployed('prod')],
    ['a stage with a key and a bucket of its own', deployed('dev', { configuration })],
  ])('are made by CloudFormation, but for those that must be fixed: %s', (_stage, stage) => {
    const fixed = new Set(fixedNames(stage).map(({ property }) => property));
    expect([...fixed].toSorted()).toEqual(Object.keys(explained).toSorted());
  });

  it('of a function and its log are found by its description, as the runbook does', () => {
    const { all, functions } = deployed('prod');
    const described = all('AWS::Lambda::Function', z.object({ Description: z.string() }));
    for (const { id, name } of functions)
      expect(described.find((fn) => fn.id === id)?.properties.Description).toBe(`${name} of Chancery, stage prod`);
  });

  it('differ between the stages of an account wherever one is fixed and is not within another resource', () => {
    for (const property of ['AWS::Cognito::UserPoolDomain.Domain', 'AWS::Events::EventBus.Name']) {
      const [ofDev, ofProd] = [deployed('dev'), deployed('prod')].map((stage) =>
        fixedNames(stage).filter((named) => named.property === property),
      );
      expect(ofDev).toHaveLength(1);
      expect(JSON.stringify(ofDev).replaceAll('dev', 'prod')).toBe(JSON.stringify(ofProd));
      expect(ofDev).not.toEqual(ofProd);
    }
  });
});
