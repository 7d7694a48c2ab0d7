import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed } from '#tests/support/deployed.ts';

const { all, functionId } = deployed('dev');

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

const idsOf = (names: readonly string[]): string[] => names.map(functionId);

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

  it('triggers the sequencer from the ledger, and the projector and the publisher from the feed', () => {
    expect(mappings.map(({ properties }) => properties.FunctionName.Ref).toSorted()).toEqual(
      idsOf(['sequence', 'project', 'publish']).toSorted(),
    );
    expect(mappings.map(({ properties }) => properties.EventSourceArn[0].replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'LedgerTable',
      'FeedTable',
      'FeedTable',
    ]);
  });

  it('of the ledger is tried for as long as it keeps its records, since only the scan would find what is dropped', () => {
    const [ofLedger] = mappings.filter(({ properties }) => properties.EventSourceArn[0].startsWith('LedgerTable'));
    expect(ofLedger?.properties).toMatchObject({ MaximumRetryAttempts: 10_000, MaximumRecordAgeInSeconds: 23 * 3600 });
  });

  it('of the feed gives a notification up soon, since the next one does as well', () => {
    for (const { properties } of onFeed) expect(properties.MaximumRetryAttempts).toBeLessThanOrEqual(10);
  });

  it('has at most the two consumers that DynamoDB allows', () => {
    expect(onFeed.length).toBeLessThanOrEqual(2);
  });

  it('of the feed triggers its consumers for new blocks, and one of them for what was changed or removed', () => {
    const newBlock = { eventName: ['INSERT'], dynamodb: { NewImage: { count: { N: [{ exists: true }] } } } };
    const tampering = [{ ...newBlock, eventName: ['MODIFY'] }, { eventName: ['REMOVE'] }];
    const expected = { project: [newBlock], publish: [newBlock, ...tampering] };
    for (const [name, patterns] of Object.entries(expected)) {
      const [filtered] = onFeed.filter(({ properties }) => idsOf([name]).includes(properties.FunctionName.Ref));
      const found = filtered?.properties.FilterCriteria?.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern));
      expect(found).toEqual(patterns);
    }
    expect(onFeed).toHaveLength(2);
  });
});

const invoked = ['sequence', 'project', 'rebuild', 'publish', 'reconcile'];

describe('a queue of triggers', () => {
  const queues = all(
    'AWS::SQS::Queue',
    z.object({
      FifoQueue: z.boolean().optional(),
      VisibilityTimeout: z.number().optional(),
      RedrivePolicy: z.object({ maxReceiveCount: z.number() }).optional(),
    }),
  ).filter(({ properties }) => properties.RedrivePolicy !== undefined);

  it('is kept from its function for longer than that may take, and sets aside what fails', () => {
    const toSequencer = { VisibilityTimeout: 30, RedrivePolicy: { maxReceiveCount: 1000 } };
    const others = { VisibilityTimeout: 90, RedrivePolicy: { maxReceiveCount: 5 } };
    for (const { id, properties } of queues)
      expect(properties).toMatchObject(id.startsWith('SequencerSequenceQueue') ? toSequencer : others);
  });

  it('triggers one delivery of a subscription or a socket at a time, and none that waits for another', () => {
    const fifo = queues.filter(({ properties }) => properties.FifoQueue === true).map(({ id }) => id);
    expect([queues.length, fifo.length, queueMappings.length]).toEqual([4, 3, 4]);
    const [grouped, others] = [true, false].map((isFifo) =>
      queueMappings.filter(({ EventSourceArn }) => fifo.includes(EventSourceArn[0]) === isFifo),
    );
    expect(grouped?.map(({ BatchSize }) => BatchSize).toSorted((a, b) => a - b)).toEqual([1, 1, 10]);
    expect(others).toEqual([expect.objectContaining({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 2 } })]);
  });

  it('leaves executions to the API: deliveries and pushes are capped, as settings say', () => {
    const capped = (settings: Parameters<typeof deployed>[1]) =>
      deployed('dev', settings)
        .all(
          'AWS::Lambda::EventSourceMapping',
          z.object({ BatchSize: z.number(), ScalingConfig: ofQueue.shape.ScalingConfig }),
        )
        .flatMap(({ properties }) =>
          properties.BatchSize === 1 ? [properties.ScalingConfig?.MaximumConcurrency] : [],
        );
    expect(capped({})).toEqual([100, 100]);
    expect(capped({ maxDeliveries: '5', maxPushes: '7' })).toEqual([5, 7]);
  });

  it('takes the events of the bus for the matcher', () => {
    const rule = z.object({
      EventPattern: z.object({ source: z.array(z.string()) }).optional(),
      Targets: z.array(z.object({ Arn: attribute })),
    });
    const onBus = all('AWS::Events::Rule', rule).filter(({ properties }) => properties.EventPattern !== undefined);
    expect(onBus.map(({ properties }) => properties.EventPattern)).toEqual([{ source: ['chancery'] }]);
    const [target] = onBus.flatMap(({ properties }) => properties.Targets);
    const mapped = queueMappings.find(({ EventSourceArn }) => EventSourceArn[0] === target?.Arn[0]);
    expect([mapped?.FunctionName.Ref]).toEqual(idsOf(['match-subscribers']));
  });
});

describe('the schedule', () => {
  it('triggers each minute what could have missed something, and keeps what could not be delivered', () => {
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
    const [matching] = queueMappings.filter(({ FunctionName }) =>
      idsOf(['match-subscribers']).includes(FunctionName.Ref),
    );
    expect(targets.map(({ Arn }) => Arn[0]).toSorted()).toEqual(
      [...idsOf(invoked), matching?.EventSourceArn[0] ?? ''].toSorted(),
    );
    const kept = targets.map(({ DeadLetterConfig }) => DeadLetterConfig.Arn[0].replace(/[0-9A-F]{8}$/, ''));
    expect(new Set(kept)).toEqual(new Set(['Failures']));
  });

  it('does not repeat an invocation that fails: the next one comes soon', () => {
    const config = z.object({ MaximumRetryAttempts: z.number(), MaximumEventAgeInSeconds: z.number() });
    const configs = all('AWS::Lambda::EventInvokeConfig', config).map(({ properties }) => properties);
    expect(configs).toHaveLength(invoked.length);
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
