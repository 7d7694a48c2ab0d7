import { describe, expect, it } from 'vitest';
import { deliverBatch, type DeliverySettings } from '#infra/local/cloud/lambda/batch-delivery.ts';
import { createQueue } from '#infra/local/cloud/sqs/queue.ts';
import type { StreamRecord } from '#infra/local/cloud/dynamodb/stream-reader.ts';

const record = (sequence: number): StreamRecord => ({
  eventID: `e${sequence}`,
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-west-1',
  eventSourceARN: 'arn:stream',
  dynamodb: { ApproximateCreationDateTime: Date.now() / 1000, SequenceNumber: String(sequence), SizeBytes: 1 },
});
const batch = [1, 2, 3, 4].map(record);

/** Creates a function that responds to each batch of sequence numbers, and records its calls. */
const functionThat = (respond: (sequences: string[]) => unknown) => {
  const calls: string[] = [];
  const invoke: DeliverySettings['fn']['invoke'] = async (event) => {
    const { Records } = event as { Records: StreamRecord[] };
    const sequences = Records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    calls.push(sequences.join(''));
    try {
      return { requestId: 'r', payload: JSON.stringify(respond(sequences) ?? null) };
    } catch (error) {
      return { requestId: 'r', error: { errorType: 'Error', errorMessage: String(error) } };
    }
  };
  return { calls, fn: { name: 'fn', arn: 'arn:fn', invoke, environments: () => 1, stop: async () => undefined } };
};

const deliver = async (respond: (sequences: string[]) => unknown, settings: Partial<DeliverySettings> = {}) => {
  const onFailure = createQueue({
    name: 'failures',
    arn: 'arn',
    url: 'url',
    visibilitySeconds: 30,
    retentionSeconds: 60,
  });
  const { fn, calls } = functionThat(respond);
  const processed: string[] = [];
  const { signal } = new AbortController();
  const all = {
    fn,
    maxRetries: 1,
    maxAgeSeconds: -1,
    bisect: false,
    reportsItemFailures: false,
    onFailure,
    signal,
    ...settings,
  };
  await deliverBatch(all, 'shard', batch, ({ dynamodb }) => processed.push(dynamodb.SequenceNumber));
  const failures = onFailure.receive(10).map(({ body }) => JSON.parse(body));
  return { calls, processed, failures };
};

const failOn = (bad: string) => (sequences: string[]) => {
  if (sequences.includes(bad)) throw new Error(`cannot take ${bad}`);
};

describe('a batch of stream records', () => {
  it('is handed over once when the function takes it', async () => {
    expect(await deliver(() => undefined)).toEqual({ calls: ['1234'], processed: ['4'], failures: [] });
  });

  it('is tried again as a whole, then set aside, when the function fails', async () => {
    const { calls, processed, failures } = await deliver(failOn('3'));
    expect({ calls, processed }).toEqual({ calls: ['1234', '1234'], processed: ['4'] });
    expect(failures).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2, functionArn: 'arn:fn' },
        DDBStreamBatchInfo: {
          shardId: 'shard',
          startSequenceNumber: '1',
          endSequenceNumber: '4',
          batchSize: 4,
          streamArn: 'arn:stream',
        },
      },
    ]);
  });

  it('is halved until the one bad record stands alone', async () => {
    const { calls, processed, failures } = await deliver(failOn('3'), { bisect: true });
    expect({ calls, processed }).toEqual({ calls: ['1234', '12', '34', '3', '3', '4'], processed: ['2', '3', '4'] });
    expect(failures).toMatchObject([{ DDBStreamBatchInfo: { startSequenceNumber: '3', batchSize: 1 } }]);
  });

  it('goes on at the first record that the function names as failed', async () => {
    let attempts = 0;
    const respond = () =>
      attempts++ === 0 ? { batchItemFailures: [{ itemIdentifier: '4' }, { itemIdentifier: '3' }] } : undefined;
    const { calls, processed } = await deliver(respond, { reportsItemFailures: true });
    expect({ calls, processed }).toEqual({ calls: ['1234', '34'], processed: ['2', '4'] });
  });

  it('fails as a whole when the response cannot be read', async () => {
    const { calls } = await deliver(() => ({ batchItemFailures: [{ itemIdentifier: 5 }] }), {
      reportsItemFailures: true,
    });
    expect(calls).toEqual(['1234', '1234']);
  });

  it('is set aside without another attempt once it is too old', async () => {
    const { calls, failures } = await deliver(failOn('1'), { maxAgeSeconds: 0, maxRetries: -1 });
    expect({ calls, failures }).toMatchObject({
      calls: ['1234'],
      failures: [{ requestContext: { condition: 'RecordAgeExceeded' } }],
    });
  });
});
