import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed, functionNames } from '#tests/support/deployed.ts';

describe.each(['dev', 'prod'] as const)('the stack of the stage %s', (stage) => {
  const { all, functions, size } = deployed(stage);

  it('has at most 300 resources, of the 500 that CloudFormation allows', () => {
    expect(size).toBeLessThanOrEqual(300);
  });

  it('has at most 18 functions: all those that there are, each with a log group, but for two readers that share the log of reads', () => {
    const deployedNames = functions.map(({ name }) => name);
    expect(deployedNames.toSorted()).toEqual(functionNames.toSorted());
    expect(deployedNames.length).toBeLessThanOrEqual(18);
    expect(all('AWS::Logs::LogGroup', z.unknown())).toHaveLength(deployedNames.length);
  });

  it('has one integration and one permission for each function behind an API, one for each that the schedule invokes, and one each for sockets and sign-in', () => {
    const integrations = all('AWS::ApiGatewayV2::Integration', z.unknown()).length;
    const triggers = ['authorizer', 'user pool'].length;
    const invokedBySchedule = all('AWS::Lambda::EventInvokeConfig', z.unknown()).length;
    expect(all('AWS::Lambda::Permission', z.unknown())).toHaveLength(integrations + triggers + invokedBySchedule);
    expect(integrations).toBeLessThanOrEqual(8);
  });

  it('has at most 45 alarms, which watch at most 85 metrics: each costs $0.10 a month', () => {
    const alarms = all('AWS::CloudWatch::Alarm', z.object({ Metrics: z.array(z.looseObject({})).default([{}, {}]) }));
    expect(alarms.length).toBeLessThanOrEqual(45);
    const metrics = alarms.map(({ properties }) => Math.max(properties.Metrics.length - 1, 1));
    expect(metrics.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(85);
  });
});
