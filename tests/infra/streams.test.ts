import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed, followers, workers } from '#tests/support/deployed.ts';

const { all } = deployed('dev');

const attribute = z
  .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
  .transform((value) => value['Fn::GetAtt']);
const mapping = z.object({
  EventSourceArn: attribute,
  FunctionName: z.object({ Ref: z.string() }),
  StartingPosition: z.string(),
  BisectBatchOnFunctionError: z.boolean(),
  MaximumRetryAttempts: z.number(),
  MaximumRecordAgeInSeconds: z.number(),
  MaximumBatchingWindowInSeconds: z.number(),
  FunctionResponseTypes: z.array(z.string()),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: attribute }) }),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
});
const ofQueue = z.strictObject({
  EventSourceArn: attribute,
  FunctionName: z.object({ Ref: z.string() }),
  BatchSize: z.number(),
  FunctionResponseTypes: z.array(z.string()),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  Tags: z.unknown(),
});
const every = all('AWS::Lambda::EventSourceMapping', z.union([ofQueue, mapping]));
const mappings = every.flatMap(({ id, properties }) => ('StartingPosition' in properties ? [{ id, properties }] : []));
const queueMappings = every.flatMap(({ properties }) => ('StartingPosition' in properties ? [] : [properties]));
const onFeed = mappings.filter(({ properties }) => properties.EventSourceArn[0].startsWith('FeedTable'));

describe('a stream', () => {
  it.each(mappings.map(({ id, properties }) => ({ id, properties })))(
    'loses nothing silently and is never blocked for ever: $id',
    ({ properties }) => {
      expect(properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumBatchingWindowInSeconds: 0,
      });
      expect(properties.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(properties.MaximumRecordAgeInSeconds).toBeGreaterThan(0);
      const queues = all('AWS::SQS::Queue', z.unknown()).map(({ id }) => id);
      expect(queues).toContain(properties.DestinationConfig.OnFailure.Destination[0]);
    },
  );

  it('wakes the sequencer from the ledger, and the projector and the publisher from the feed', () => {
    expect(mappings).toHaveLength(followers.length);
    expect(mappings.map(({ properties }) => properties.EventSourceArn[0].replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'LedgerTable',
      'FeedTable',
      'FeedTable',
    ]);
  });

  it('of the ledger is tried for as long as it keeps its records, since only the sweep would find what is dropped', () => {
    const [ofLedger] = mappings.filter(({ properties }) => properties.EventSourceArn[0].startsWith('LedgerTable'));
    expect(ofLedger?.properties).toMatchObject({ MaximumRetryAttempts: 10_000, MaximumRecordAgeInSeconds: 23 * 3600 });
  });

  it('of the feed gives a wake-up up soon, since the next one does as well', () => {
    for (const { properties } of onFeed) expect(properties.MaximumRetryAttempts).toBeLessThanOrEqual(10);
  });

  it('has at most the two consumers that DynamoDB allows', () => {
    expect(onFeed.length).toBeLessThanOrEqual(2);
  });

  it('of the feed wakes its consumers for new blocks only', () => {
    const newBlock = { eventName: ['INSERT'], dynamodb: { NewImage: { count: { N: [{ exists: true }] } } } };
    for (const { properties } of onFeed) {
      const patterns = properties.FilterCriteria?.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern));
      expect(patterns).toEqual([newBlock]);
    }
    expect(onFeed).toHaveLength(2);
  });
});

const ticked = [...followers, ...workers, 'match-subscriptions', 'wake-webhooks'];
const idsOf = (names: readonly string[]): string[] =>
  all('AWS::Lambda::Function', z.object({ FunctionName: z.string() })).flatMap(({ id, properties }) =>
    names.includes(properties.FunctionName.replace('Chancery-dev-', '')) ? [id] : [],
  );

describe('a queue of wake-ups', () => {
  const queues = all(
    'AWS::SQS::Queue',
    z.object({
      FifoQueue: z.boolean().optional(),
      VisibilityTimeout: z.number().optional(),
      RedrivePolicy: z.object({ maxReceiveCount: z.number() }).optional(),
    }),
  ).filter(({ properties }) => properties.RedrivePolicy !== undefined);

  it('is kept from its function for longer than that may take, and sets aside what fails', () => {
    const ofSequencer = queues.filter(({ id }) => id.startsWith('FeedSequence'));
    for (const { id, properties } of queues)
      expect({ id, ...properties }).toMatchObject(
        ofSequencer.some((queue) => queue.id === id)
          ? { VisibilityTimeout: 30, RedrivePolicy: { maxReceiveCount: 1000 } }
          : { VisibilityTimeout: 90, RedrivePolicy: { maxReceiveCount: 3 } },
      );
    expect(ofSequencer).toHaveLength(1);
  });

  it('wakes one delivery of a subscription or a socket at a time, and none that waits for another', () => {
    const fifo = queues.filter(({ properties }) => properties.FifoQueue === true).map(({ id }) => id);
    expect([queues.length, fifo.length, queueMappings.length]).toEqual([5, 3, 5]);
    const [grouped, others] = [true, false].map((isFifo) =>
      queueMappings.filter(({ EventSourceArn }) => fifo.includes(EventSourceArn[0]) === isFifo),
    );
    expect(grouped?.map(({ BatchSize }) => BatchSize).toSorted((a, b) => a - b)).toEqual([1, 1, 10]);
    for (const mapped of others ?? [])
      expect(mapped).toMatchObject({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 2 } });
  });
});

describe('the tick', () => {
  it('wakes every follower and worker each minute, and keeps what could not be delivered', () => {
    const target = z.object({ Arn: attribute, DeadLetterConfig: z.object({ Arn: attribute }) });
    const schedule = z.object({ ScheduleExpression: z.string(), State: z.string(), Targets: z.array(target) });
    const rules = all('AWS::Events::Rule', z.looseObject({ ScheduleExpression: z.string().optional() }))
      .filter(({ properties }) => properties.ScheduleExpression !== undefined)
      .map(({ properties }) => ({ properties: schedule.parse(properties) }));
    for (const { properties } of rules) {
      expect(properties).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
      expect(properties.Targets.length, 'as many targets as a rule may have').toBeLessThanOrEqual(5);
    }
    const targets = rules.flatMap(({ properties }) => properties.Targets);
    expect(targets.map(({ Arn }) => Arn[0]).toSorted()).toEqual(idsOf(ticked).toSorted());
    const kept = targets.map(({ DeadLetterConfig }) => DeadLetterConfig.Arn[0].replace(/[0-9A-F]{8}$/, ''));
    expect(new Set(kept)).toEqual(new Set(['TickFailures']));
  });

  it('is not repeated when a follower fails: a newer one comes', () => {
    const config = z.object({ MaximumRetryAttempts: z.number(), MaximumEventAgeInSeconds: z.number() });
    const configs = all('AWS::Lambda::EventInvokeConfig', config).map(({ properties }) => properties);
    expect(configs).toHaveLength(ticked.length);
    for (const each of configs) expect(each).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 300 });
  });
});

describe('a failure queue', () => {
  it('accepts encrypted connections only', () => {
    const statement = z.object({ Effect: z.string(), Condition: z.unknown() });
    const policies = all(
      'AWS::SQS::QueuePolicy',
      z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }),
    );
    expect(policies).toHaveLength(all('AWS::SQS::Queue', z.unknown()).length);
    for (const { properties } of policies) {
      expect(properties.PolicyDocument.Statement).toContainEqual({
        Effect: 'Deny',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      });
    }
  });
});
