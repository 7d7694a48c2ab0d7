import { describe, expect, it } from 'vitest';
import { invokeAsync } from '#infra/local/cloud/lambda/async-invocation.ts';
import { deliverBatch } from '#infra/local/cloud/lambda/batch-delivery.ts';
import type { Outcome } from '#infra/local/cloud/lambda/execution-environment.ts';
import { accountExecutions, executionsUpTo, throttled } from '#infra/local/cloud/lambda/executions.ts';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { startQueueMapping } from '#infra/local/cloud/sqs/queue-mapping.ts';
import { createQueue } from '#infra/local/cloud/sqs/queue.ts';
import { until } from '#tests/support/until.ts';

const { signal } = new AbortController();
const queueNamed = (name: string) =>
  createQueue({ name, arn: `arn:${name}`, url: name, visibilitySeconds: 30, retentionSeconds: 60 });

/** A function whose first so many invocations find no execution left. */
function turnedAway(times: number) {
  const outcomes: Outcome[] = [];
  const fn: HostedFunction = {
    name: 'fn',
    arn: 'arn:fn',
    environments: () => 1,
    stop: async () => undefined,
    invoke: async () => {
      const outcome = outcomes.length < times ? throttled('r') : { requestId: 'r', payload: 'null' };
      outcomes.push(outcome);
      return outcome;
    },
  };
  return { fn, invocations: () => outcomes.length };
}

const records = ['1', '2'].map((SequenceNumber) => ({
  eventID: SequenceNumber,
  awsRegion: 'eu-west-1',
  eventSourceARN: 'arn:stream',
  dynamodb: { ApproximateCreationDateTime: Date.now() / 1000 - 1, SequenceNumber, SizeBytes: 1 },
}));

describe('a throttled invocation', () => {
  it('of a stream is neither an attempt nor a reason to halve the batch', async () => {
    const { fn, invocations } = turnedAway(3);
    const onFailure = queueNamed('failures');
    const settings = { fn, maxRetries: 0, maxAgeSeconds: -1, bisect: true, reportsItemFailures: false };
    const processed: string[] = [];
    await deliverBatch({ ...settings, onFailure, signal }, 'shard', records, ({ dynamodb }) =>
      processed.push(dynamodb.SequenceNumber),
    );
    expect([invocations(), processed, onFailure.size().visible]).toEqual([4, ['2'], 0]);
  });

  it('of a stream is given up once its records are too old', async () => {
    const { fn } = turnedAway(Infinity);
    const onFailure = queueNamed('failures');
    const settings = { fn, maxRetries: -1, maxAgeSeconds: 0, bisect: true, reportsItemFailures: false };
    await deliverBatch({ ...settings, onFailure, signal }, 'shard', records, () => undefined);
    expect(onFailure.receive(10).map(({ body }) => JSON.parse(body))).toMatchObject([
      { requestContext: { condition: 'RecordAgeExceeded' }, DDBStreamBatchInfo: { batchSize: 2 } },
    ]);
  });

  it('that nobody waits for is tried again without counting as an attempt', async () => {
    const { fn, invocations } = turnedAway(3);
    const onFailure = queueNamed('failures');
    await invokeAsync(fn, { maxRetries: 0, maxAgeSeconds: 60, onFailure, deadLetters: undefined }, {}, signal);
    expect([invocations(), onFailure.size().visible]).toEqual([4, 0]);
  });

  it('that nobody waits for is given up once its event is too old', async () => {
    const { fn } = turnedAway(Infinity);
    const onFailure = queueNamed('failures');
    await invokeAsync(fn, { maxRetries: 2, maxAgeSeconds: 0, onFailure, deadLetters: undefined }, {}, signal);
    expect(onFailure.receive(10).map(({ body }) => JSON.parse(body))).toMatchObject([
      { requestContext: { condition: 'EventAgeExceeded' } },
    ]);
  });

  it.each([
    ['is tried again while the messages are invisible', 20, 0],
    ['is left to the visibility timeout after that', 0, 1],
  ])('of a queue %s', async (_title, throttledSeconds, inFlight) => {
    const { fn, invocations } = turnedAway(throttledSeconds === 0 ? Infinity : 3);
    const queue = queueNamed('work');
    const settings = { fn, queue, batchSize: 1, batchingWindowSeconds: 0, maxConcurrency: 1, filters: [] };
    const mapping = startQueueMapping({ ...settings, reportsItemFailures: true, throttledSeconds });
    queue.send('one');
    await until('the last invocation', () => invocations() === (throttledSeconds === 0 ? 1 : 4));
    await mapping.stop();
    expect(queue.size()).toEqual({ visible: 0, inFlight });
  });
});

describe('the executions of an account', () => {
  it('are taken up to their limit and no further, and given back once', () => {
    const executions = executionsUpTo(2);
    const [first, second] = [executions.take(), executions.take()];
    expect([second, executions.take()]).toEqual([expect.any(Function), undefined]);
    first?.();
    first?.();
    expect([executions.take(), executions.take()]).toEqual([expect.any(Function), undefined]);
  });

  it('are those that no function has reserved', () => {
    const executionsOf = accountExecutions(102, [0, 2]);
    const reserved = executionsOf(2);
    const all = Array.from({ length: 101 }, () => executionsOf(undefined).take());
    expect(all.filter((taken) => taken === undefined)).toHaveLength(1);
    expect([reserved.take(), reserved.take(), reserved.take()].filter((taken) => taken === undefined)).toHaveLength(1);
  });

  it('must leave a hundred unreserved, as Lambda has it', () => {
    expect(() => accountExecutions(101, [0, 2])).toThrow('--concurrency 101: the functions reserve 2');
    expect(() => accountExecutions(1, [0, 0])).not.toThrow();
  });
});
