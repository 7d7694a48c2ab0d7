import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed, followers, workers } from '#tests/support/deployed.ts';

const { all } = deployed('dev');
const alarms = all(
  'AWS::CloudWatch::Alarm',
  z.looseObject({ AlarmDescription: z.string(), AlarmActions: z.array(z.object({ Ref: z.string() })) }),
);
const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const headings = runbook.matchAll(/^#+ (.+)$/gm).map(([, heading]) => heading ?? '');
const entries = new Set(
  headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  ),
);

describe('an alarm', () => {
  it.each(alarms.map(({ id, properties }) => ({ id, description: properties.AlarmDescription })))(
    'names the runbook entry that says what to do: $id',
    ({ description }) => {
      const [, entry] = /docs\/runbook\.md#([a-z-]+)$/.exec(description) ?? [];
      expect([...entries]).toContain(entry);
    },
  );

  it('is announced on the one topic, to which this account alone may publish', () => {
    const [topic, ...others] = all('AWS::SNS::Topic', z.unknown());
    expect(others).toEqual([]);
    expect(alarms.flatMap(({ properties }) => properties.AlarmActions)).toEqual(alarms.map(() => ({ Ref: topic?.id })));
    const [policy] = all('AWS::SNS::TopicPolicy', z.unknown());
    expect(JSON.stringify(policy?.properties)).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
  });

  it('watches every failure queue', () => {
    const watched = JSON.stringify(alarms);
    for (const { id } of all('AWS::SQS::Queue', z.unknown())) expect(watched).toContain(`["${id}","QueueName"]`);
  });

  it('watches every function and every table', () => {
    const watched = JSON.stringify(alarms);
    for (const { id } of all('AWS::Lambda::Function', z.unknown())) expect(watched).toContain(`{"Ref":"${id}"}`);
    for (const { id } of all('AWS::DynamoDB::GlobalTable', z.unknown())) expect(watched).toContain(`{"Ref":"${id}"}`);
  });

  it.each(followers)('tells when %s stops, falls behind its stream or is not woken', (name) => {
    const ids = alarms.map(({ id }) => id.replace(/^Operations/, '').replace(/[0-9A-F]{8}$/, ''));
    const plain = name.replaceAll('-', '');
    expect(ids).toEqual(expect.arrayContaining([`${plain}stopped`, `${plain}iteratorage`, `${plain}notwoken`]));
  });

  it.each(workers)('tells when %s stops or is not woken', (name) => {
    const ids = alarms.map(({ id }) => id.replace(/^Operations/, '').replace(/[0-9A-F]{8}$/, ''));
    const plain = name.replaceAll('-', '');
    expect(ids).toEqual(expect.arrayContaining([`${plain}stopped`, `${plain}notwoken`]));
  });

  it('watches how far the slowest consumer of every function is behind, and costs no more for each new one', () => {
    const metric = z.object({ MetricName: z.string(), Dimensions: z.unknown() });
    const watching = z.object({
      Metrics: z.array(z.object({ MetricStat: z.object({ Metric: metric }).optional() })).default([]),
    });
    const onLag = all('AWS::CloudWatch::Alarm', watching)
      .flatMap(({ properties }) => properties.Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []))
      .filter(({ MetricName }) => MetricName.startsWith('ConsumerLag'));
    expect(onLag.map(({ MetricName, Dimensions }) => [MetricName, Dimensions])).toEqual(
      ['project-feed', 'publish-feed', 'match-subscriptions', 'match-sockets'].flatMap((service) =>
        ['ConsumerLagSeconds', 'ConsumerLagPositions'].map((name) => [name, [{ Name: 'service', Value: service }]]),
      ),
    );
  });

  it('adds up no more than the ten metrics that CloudWatch allows', () => {
    const metrics = all('AWS::CloudWatch::Alarm', z.object({ Metrics: z.array(z.unknown()).default([]) }));
    for (const { properties } of metrics) expect(properties.Metrics.length).toBeLessThanOrEqual(10);
  });
});
