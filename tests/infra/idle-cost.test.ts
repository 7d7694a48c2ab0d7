import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stageConfigurations } from '#infra/stages/stage-configuration.ts';
import { deployed } from '#tests/support/deployed.ts';

/** List prices of us-east-1 in US dollars, without free tiers, as AWS's pages of prices have them in November 2026. */
const prices = {
  alarmMetric: 0.1,
  machineClient: 6,
  secret: 0.4,
  millionQueueRequests: { standard: 0.4, fifo: 0.5 },
  millionInvocations: 0.2,
  gigabyteSecond: 0.000_013_333_4,
  gigabyteOfLogs: 0.5,
  millionReadUnits: 0.125,
};

const minutes = 30 * 24 * 60;
/** Long polls of an idle queue by Lambda, a minute. */
const polls = 15;
/** What an invocation of the schedule takes when it finds nothing: seconds, gigabytes of memory and of log. */
const idleInvocation = { seconds: 0.06, memory: 1, log: 0.000_001 };
/** Read units of all the scheduled looks of a minute, the verification of the record included. */
const readUnits = 64;

const alarm = z.object({ Metrics: z.array(z.unknown()).default([{}, {}]) });
const client = z.object({ AllowedOAuthFlows: z.array(z.string()).default([]) });
const mapping = z.object({ EventSourceArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }) });
const rule = z.object({ ScheduleExpression: z.string().optional(), Targets: z.array(z.unknown()) });
const queue = z.object({ FifoQueue: z.boolean().default(false) });

/** What a stage costs a month that nobody uses, by kind; storage is paid by what it holds. */
function idleCost(stage: 'dev' | 'prod', configuration = stageConfigurations[stage]()): Record<string, number> {
  const { all } = deployed(stage, { configuration });
  const watched = all('AWS::CloudWatch::Alarm', alarm).map(({ properties }) =>
    Math.max(properties.Metrics.length - 1, 1),
  );
  const machines = all('AWS::Cognito::UserPoolClient', client).filter(({ properties }) =>
    properties.AllowedOAuthFlows.includes('client_credentials'),
  );
  const queues = new Map(all('AWS::SQS::Queue', queue).map(({ id, properties }) => [id, properties.FifoQueue]));
  const polled = all('AWS::Lambda::EventSourceMapping', mapping).flatMap(({ properties }) => {
    const fifo = queues.get(properties.EventSourceArn['Fn::GetAtt'][0]);
    return fifo === undefined ? [] : [prices.millionQueueRequests[fifo ? 'fifo' : 'standard']];
  });
  const scheduled = all('AWS::Events::Rule', rule).flatMap(({ properties }) =>
    properties.ScheduleExpression === 'rate(1 minute)' ? properties.Targets : [],
  );
  const { seconds, memory, log } = idleInvocation;
  return {
    alarms: sum(watched) * prices.alarmMetric,
    clients: machines.length * prices.machineClient,
    secrets: all('AWS::SecretsManager::Secret', z.unknown()).length * prices.secret,
    queues: (sum(polled) * polls * minutes) / 1e6,
    schedule:
      scheduled.length *
      minutes *
      (prices.millionInvocations / 1e6 + seconds * memory * prices.gigabyteSecond + log * prices.gigabyteOfLogs),
    reads: (readUnits * minutes * prices.millionReadUnits) / 1e6,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe.each(['dev', 'prod'] as const)('a stage that nobody uses: %s', (stage) => {
  const cost = idleCost(stage);

  it('costs less than $20 a month, and nothing in it is free', () => {
    expect(Object.entries(cost).filter(([, dollars]) => !(dollars > 0))).toEqual([]);
    expect(sum(Object.values(cost))).toBeLessThan(20);
  });

  it('costs $6 more with another program that signs in', () => {
    const { clients, ...others } = stageConfigurations[stage]();
    const more = { name: 'another', organisation: 'chancery', scopes: ['chancery/read' as const] };
    const total = sum(Object.values(idleCost(stage, { ...others, clients: [...clients, more] })));
    expect(total - sum(Object.values(cost))).toBeCloseTo(6);
  });
});
