import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { consumerServices } from '#shared/feed/consumers/consumer-names.ts';
import { deployed } from '#tests/support/deployed.ts';

const { all, functions } = deployed('dev');
const metric = z.object({
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
});
const alarms = all(
  'AWS::CloudWatch::Alarm',
  z.object({
    AlarmDescription: z.string(),
    AlarmActions: z.array(z.object({ Ref: z.string() })),
    Metrics: z.array(z.object({ MetricStat: z.object({ Metric: metric }).optional() })).optional(),
    ...metric.partial().shape,
  }),
);
/** Every metric that an alarm watches, as `Errors FunctionName {"Ref":"…"}`. */
const watched = alarms.flatMap(({ properties: { Metrics, ...single } }) => {
  const metrics = Metrics?.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []) ?? [metric.parse(single)];
  return metrics.flatMap(({ MetricName, Dimensions }) =>
    Dimensions.map(({ Name, Value }) => `${MetricName} ${Name} ${JSON.stringify(Value)}`),
  );
});
const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const alarmsSection = /^## Alarms$(.*?)^## /ms.exec(runbook)?.[1] ?? '';
const entries = alarmsSection
  .matchAll(/^### (.+)$/gm)
  .map(([, heading = '']) => heading)
  .toArray();

describe('an alarm', () => {
  const named = alarms.map(({ properties }) => /docs\/runbook\.md#([a-z-]+)$/.exec(properties.AlarmDescription)?.[1]);

  it('names the runbook entry that says what to do, and every entry has its alarm', () => {
    expect(entries.length).toBeGreaterThan(10);
    expect(new Set(named)).toEqual(new Set(entries));
  });

  it('is announced on the one topic, to which this account alone may publish', () => {
    const [topic, ...others] = all('AWS::SNS::Topic', z.unknown());
    expect(others).toEqual([]);
    expect(alarms.flatMap(({ properties }) => properties.AlarmActions)).toEqual(alarms.map(() => ({ Ref: topic?.id })));
    const [policy] = all('AWS::SNS::TopicPolicy', z.unknown());
    expect(JSON.stringify(policy?.properties)).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
  });

  it('combines no more than the ten metrics that CloudWatch allows', () => {
    for (const { properties } of alarms)
      expect(properties.Metrics?.filter(({ MetricStat }) => MetricStat).length ?? 1).toBeLessThanOrEqual(10);
  });
});

describe('what is watched', () => {
  const uri = z.union([z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }), z.looseObject({})]);
  const behindHttpApi = all('AWS::ApiGatewayV2::Integration', z.object({ IntegrationUri: uri })).flatMap(
    ({ properties: { IntegrationUri } }) =>
      'Fn::GetAtt' in IntegrationUri ? [String(IntegrationUri['Fn::GetAtt'])] : [],
  );
  const others = functions.filter(({ id }) => !behindHttpApi.includes(`${id},Arn`));
  const own = (id: string) =>
    ['Errors', 'Throttles'].filter((kind) => watched.includes(`${kind} FunctionName {"Ref":"${id}"}`));

  it('includes errors and throttles of the functions behind the HTTP API, as its 5xx', () => {
    expect(functions.length - others.length).toBe(behindHttpApi.length);
    expect(watched.filter((one) => one.startsWith('5xx ApiId'))).toHaveLength(1);
  });

  it.each(others.map(({ id, name }) => [name, id]))('includes errors and throttles of %s', (name, id) => {
    const refusesByErrors = name === 'authorize-socket';
    expect(own(id)).toEqual(refusesByErrors ? ['Throttles'] : ['Errors', 'Throttles']);
  });

  it('includes appends by themselves', () => {
    const appending = functions.filter(({ name }) => name.includes('append'));
    expect(appending.length).toBeGreaterThan(0);
    expect(appending.map(({ id }) => own(id))).toEqual(appending.map(() => ['Errors', 'Throttles']));
  });

  it('includes every queue: failures that are kept, and triggers that wait', () => {
    const queue = z.object({ RedrivePolicy: z.unknown().optional() });
    for (const { id, properties } of all('AWS::SQS::Queue', queue)) {
      const name = properties.RedrivePolicy === undefined ? 'ApproximateNumberOfMessagesVisible' : 'ApproximateAgeOfOldestMessage'; // prettier-ignore
      expect(watched).toContain(`${name} QueueName {"Fn::GetAtt":["${id}","QueueName"]}`);
    }
  });

  it("includes throttles of every table, and DynamoDB's own errors on the ledger and the feed only", () => {
    const tables = all('AWS::DynamoDB::GlobalTable', z.unknown()).map(({ id }) => id);
    for (const id of tables)
      for (const kind of ['ReadThrottleEvents', 'WriteThrottleEvents'])
        expect(watched).toContain(`${kind} TableName {"Ref":"${id}"}`);
    const failing = watched.filter((one) => one.startsWith('SystemErrors TableName'));
    const names = failing.map((one) => /"([A-Za-z]+)[0-9A-F]{8}"/.exec(one)?.[1]);
    expect(new Set(names)).toEqual(new Set(['FeedTable', 'LedgerTable']));
  });

  it('includes each rule of the schedule, and counts silence as failure', () => {
    const rules = all('AWS::Events::Rule', z.looseObject({ ScheduleExpression: z.string().optional() }));
    const scheduled = rules.filter(({ properties }) => properties.ScheduleExpression !== undefined);
    expect(scheduled.length).toBeGreaterThan(0);
    for (const { id } of scheduled) expect(watched).toContain(`Invocations RuleName {"Ref":"${id}"}`);
    const silent = z.object({ Namespace: z.string().optional(), TreatMissingData: z.string() });
    const onRules = all('AWS::CloudWatch::Alarm', silent).filter(({ properties }) => properties.Namespace === 'AWS/Events'); // prettier-ignore
    expect(onRules.map(({ properties }) => properties.TreatMissingData)).toEqual(scheduled.map(() => 'breaching'));
  });

  it.each(['sequence', 'project', 'rebuild', 'publish', 'match-subscribers', 'reconcile'])(
    'includes failures that %s survives',
    (service) => expect(watched).toContain(`Failures service "${service}"`),
  );

  it('includes how far the slowest consumer of every function is behind, and costs no more for each new one', () => {
    const services = [...new Set(Object.values(consumerServices))];
    const onLag = watched.filter((one) => one.startsWith('ConsumerLag'));
    expect(onLag).toEqual(
      services.flatMap((service) =>
        ['ConsumerLagSeconds', 'ConsumerLagPositions'].map((name) => `${name} service "${service}"`),
      ),
    );
  });

  it('includes commits that wait for their position, and commits and blocks that were tampered with', () => {
    expect(watched).toContain('SequencerLag service "sequence"');
    expect(watched.filter((one) => one.startsWith('Tampering'))).toEqual(['Tampering service "record"']);
  });
});
