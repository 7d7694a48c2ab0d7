import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deploymentOf } from '#infra/deployment.ts';
import { deployed } from '#tests/support/deployed.ts';

const table = z.object({
  Replicas: z.array(
    z.object({
      DeletionProtectionEnabled: z.boolean(),
      PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }),
    }),
  ),
});
const holdingData = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::Cognito::UserPool',
  'AWS::SecretsManager::Secret',
  'AWS::Logs::LogGroup',
];

describe('the stage prod', () => {
  const { all, stack } = deployed('prod');

  it.each([...holdingData, 'AWS::Events::Archive'])('keeps what it holds when it is destroyed: %s', (type) => {
    const policies = all(type, z.unknown()).map(({ deletionPolicy }) => deletionPolicy);
    expect(new Set(policies)).toEqual(new Set(['RetainExceptOnCreate']));
  });

  it('protects its tables, its user pool and itself from deletion', () => {
    const replicas = all('AWS::DynamoDB::GlobalTable', table).flatMap(({ properties }) => properties.Replicas);
    expect(replicas.map((replica) => replica.DeletionProtectionEnabled)).toEqual(Array(10).fill(true));
    const pools = all('AWS::Cognito::UserPool', z.object({ DeletionProtection: z.string() }));
    expect(pools.map(({ properties }) => properties.DeletionProtection)).toEqual(['ACTIVE']);
    expect(stack.terminationProtection).toBe(true);
  });
});

describe('the stage dev', () => {
  const { all, stack } = deployed('dev');

  it.each(holdingData)('leaves nothing behind: %s', (type) => {
    const policies = all(type, z.unknown()).map(({ deletionPolicy }) => deletionPolicy);
    expect(new Set(policies)).toEqual(new Set(['Delete']));
  });

  it('can be destroyed without further ado', () => {
    const replicas = all('AWS::DynamoDB::GlobalTable', table).flatMap(({ properties }) => properties.Replicas);
    expect(replicas.map((replica) => replica.DeletionProtectionEnabled)).toEqual(Array(10).fill(false));
    expect(stack.terminationProtection).toBe(false);
  });
});

describe('any stage', () => {
  it.each(['dev', 'prod'] as const)('can restore its tables to any second of the last weeks: %s', (stage) => {
    const replicas = deployed(stage)
      .all('AWS::DynamoDB::GlobalTable', table)
      .flatMap(({ properties }) => properties.Replicas);
    const recoverable = replicas.map((replica) => replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled);
    expect(recoverable).toEqual(Array(10).fill(true));
  });

  it('tells where it is to be reached', () => {
    expect(deployed('dev').outputs.toSorted()).toEqual([
      'ApiUrl',
      'BusName',
      'ClientIdworkbench',
      'DashboardName',
      'ExplorerClientId',
      'SignInUrl',
      'SocketUrl',
      'TokenUrl',
      'UserPoolId',
    ]);
  });

  it.each([
    ['reservedAppends', '0', 1, 10_000],
    ['maxLongPolls', '10001', 1, 10_000],
    ['maxDeliveries', '1', 2, 1000],
    ['maxPushes', '1001', 2, 1000],
    ['maxPushes', 'many', 2, 1000],
  ])('refuses a limit of executions that is out of its range: %s=%s', (name, value, least, most) => {
    expect(() => deploymentOf({ stage: 'dev', bundles: 'dist', [name]: value })).toThrow(
      `"${value}" is no number of executions: use -c ${name}=N, from ${least} to ${most}`,
    );
  });

  it('measures routes by themselves, or does not', () => {
    expect(() => deploymentOf({ stage: 'dev', bundles: 'dist', routeMetrics: 'yes' })).toThrow(
      '"yes" is neither on nor off: use -c routeMetrics=on or -c routeMetrics=off',
    );
    const settings = z.object({ DefaultRouteSettings: z.object({ DetailedMetricsEnabled: z.boolean() }) });
    const measured = (routeMetrics: string) =>
      deployed('dev', { routeMetrics })
        .all('AWS::ApiGatewayV2::Stage', settings)
        .map(({ properties }) => properties.DefaultRouteSettings.DetailedMetricsEnabled);
    expect([measured('off'), measured('on')]).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('sets the role by which API Gateway writes logs, once for the account, only where it is told to', () => {
    const accounts = (accountLogRole: string) =>
      deployed('dev', { accountLogRole })
        .all('AWS::ApiGateway::Account', z.object({ CloudWatchRoleArn: z.unknown() }))
        .map(({ deletionPolicy }) => deletionPolicy);
    expect([accounts('off'), accounts('on')]).toEqual([[], ['RetainExceptOnCreate']]);
    expect(() => deploymentOf({ stage: 'dev', bundles: 'dist', accountLogRole: 'maybe' })).toThrow(
      '"maybe" is neither on nor off: use -c accountLogRole=on or -c accountLogRole=off',
    );
  });

  it('has to be one that is known', () => {
    expect(() => deploymentOf({ stage: 'production', bundles: 'dist' })).toThrow(
      'Unknown stage "production": use -c stage=dev or -c stage=prod',
    );
  });
});
