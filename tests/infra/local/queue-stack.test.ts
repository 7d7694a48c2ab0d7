import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { startCloudInMemory } from '#tests/support/cloud-in-memory.ts';
import { until } from '#tests/support/until.ts';
import { synthesizeStack, type StackParts } from '#tests/support/synthesize-stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'queue-stack-'));
const notes = join(folder, 'notes.jsonl');

type Fifo = { fifo: true; contentBasedDeduplication: true } | undefined;
const addQueue = ({ stack, fn }: StackParts, fifo: Fifo, mapping: SqsEventSourceProps): void => {
  const [suffix, id] = fifo === undefined ? ['', 'Standard'] : ['.fifo', 'Fifo'];
  const aside = new Queue(stack, `${id}Aside`, { queueName: `aside${suffix}`, ...(fifo && { fifo: true }) });
  const queue = new Queue(stack, `${id}Work`, {
    queueName: `work${suffix}`,
    visibilityTimeout: Duration.seconds(1),
    deadLetterQueue: { queue: aside, maxReceiveCount: 2 },
    ...fifo,
  });
  const take = fn('take', { id: `${id}Take`, environment: { NOTES: notes }, timeout: Duration.seconds(1) });
  take.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true, ...mapping }));
  new Rule(stack, `${id}Rule`, {
    eventPattern: { source: ['test'] },
    targets: [new SqsQueue(queue, fifo === undefined ? {} : { messageGroupId: 'events' })],
  });
};
const assembly = synthesizeStack('tiny-queue-functions.mjs', (parts) => {
  addQueue(parts, { fifo: true, contentBasedDeduplication: true }, { batchSize: 1, maxConcurrency: 3 });
  addQueue(parts, undefined, {
    batchSize: 5,
    maxConcurrency: 2,
    filters: [FilterCriteria.filter({ body: { name: FilterRule.exists() } })],
  });
});

let cloud: LocalCloud;
let sqs: SQSClient;
beforeAll(async () => {
  cloud = await startCloudInMemory({ assembly });
  sqs = new SQSClient(client('SQS'));
});
beforeEach(() => writeFileSync(notes, ''));
afterAll(async () => {
  sqs.destroy();
  await cloud.stop();
  await Promise.all([folder, dirname(assembly)].map(async (path) => rm(path, { recursive: true })));
});
const client = (service: string) => ({
  endpoint: String(cloud.endpoints[`AWS_ENDPOINT_URL_${service}`]),
  region: 'eu-west-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const urlOf = (name: string) => `${cloud.endpoints['AWS_ENDPOINT_URL_SQS']}/000000000000/${name}`;

interface Note {
  readonly began?: string;
  readonly ended?: string;
  readonly time?: number;
  readonly record?: Record<string, unknown>;
}
const noted = (): Note[] => {
  const lines = readFileSync(notes, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Note);
};
const begun = () => noted().flatMap(({ began }) => began ?? []);
const ended = () => noted().flatMap((note) => note.ended ?? []);
const allEnded = async (...names: string[]) =>
  until(`the end of ${names.join(' ')}`, () => names.every((name) => ended().includes(name)));

/** A file that is not there yet; a message that `holds` it is under way until `release`. */
const gate = () => {
  const holds = join(mkdtempSync(join(folder, 'gate-')), 'open');
  return { holds, release: () => writeFileSync(holds, '') };
};

describe('a FIFO queue with a function behind it', () => {
  const send = async (group: string, ...messages: { name: string; holds?: string; fails?: boolean | number }[]) => {
    for (const message of messages) {
      const MessageBody = JSON.stringify(message);
      await sqs.send(new SendMessageCommand({ QueueUrl: urlOf('work.fifo'), MessageBody, MessageGroupId: group }));
    }
  };

  it('hands a message over as SQS does', async () => {
    await send('shown', { name: 'shown' });
    await allEnded('shown');
    const [{ record } = {}] = noted();
    expect(record).toEqual({
      messageId: expect.stringMatching(/^[\da-f-]{36}$/),
      receiptHandle: expect.any(String),
      body: '{"name":"shown"}',
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
        SenderId: expect.any(String),
        ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
        MessageGroupId: 'shown',
        MessageDeduplicationId: expect.stringMatching(/^[\da-f]{64}$/),
        SequenceNumber: expect.stringMatching(/^\d{20}$/),
      },
      messageAttributes: {},
      md5OfBody: expect.stringMatching(/^[\da-f]{32}$/),
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:work.fifo',
      awsRegion: 'eu-west-1',
    });
  });

  it('keeps the order of each group, and one slow group delays no other', async () => {
    const slow = gate();
    await send('slow', { name: 's1', holds: slow.holds }, { name: 's2' });
    const quick = Array.from({ length: 5 }, (_, index) => `q${index}`);
    await send('quick', ...quick.map((name) => ({ name })));
    await allEnded(...quick);
    expect(ended().filter((name) => name.startsWith('q'))).toEqual(quick);
    expect(begun()).toContain('s1');
    expect(begun()).not.toContain('s2');
    slow.release();
    await allEnded('s1', 's2');
  });

  it('works on no more groups at once than its concurrency allows', async () => {
    const { holds, release } = gate();
    for (const name of ['c1', 'c2', 'c3', 'c4']) await send(name, { name, holds });
    await until('three at work', () => begun().length === 3);
    release();
    await allEnded('c1', 'c2', 'c3', 'c4');
    expect(noted().findIndex(({ began }) => began === 'c4')).toBeGreaterThan(
      noted().findIndex((note) => note.ended !== undefined),
    );
  });

  it('tries a message again before those that follow it, then sets it aside and goes on', async () => {
    await send('trouble', { name: 'once', fails: 1 }, { name: 'always', fails: true }, { name: 'next' });
    await allEnded('next');
    expect(noted().flatMap(({ began, time }) => (began === undefined ? [] : [[began, time]]))).toEqual([
      ['once', 1],
      ['once', 2],
      ['always', 1],
      ['always', 2],
      ['next', 1],
    ]);
    const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: urlOf('aside.fifo') }));
    expect(message).toMatchObject({
      Body: '{"name":"always","fails":true}',
      Attributes: { MessageGroupId: 'trouble', ApproximateReceiveCount: '1' },
    });
  });

  it('is the target of a rule that names the group', async () => {
    const events = new EventBridgeClient(client('EVENTBRIDGE'));
    await events.send(new PutEventsCommand({ Entries: [{ Source: 'test', DetailType: 'T', Detail: '{"n":1}' }] }));
    const { record } = await until('the event', () => noted().find((note) => note.record !== undefined));
    expect(JSON.parse(String(record?.['body']))).toMatchObject({ source: 'test', detail: { n: 1 } });
    expect(record?.['attributes']).toMatchObject({ MessageGroupId: 'events' });
    events.destroy();
  });

  it('says what is wrong with a message, alone or in a batch', async () => {
    const QueueUrl = urlOf('work.fifo');
    await expect(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))).rejects.toThrow(
      'must contain the parameter MessageGroupId',
    );
    const Entries = [
      { Id: 'good', MessageBody: '{"name":"good"}', MessageGroupId: 'batch' },
      { Id: 'bad', MessageBody: 'x' },
    ];
    expect(await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).toMatchObject({
      Successful: [{ Id: 'good', SequenceNumber: expect.any(String) }],
      Failed: [{ Id: 'bad', Code: 'MissingParameter', SenderFault: true }],
    });
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [] }))).rejects.toThrow(
      /at least one entry/,
    );
    await allEnded('good'); // or the next test would find it among its own
  });
});

describe('a standard queue with a function behind it', () => {
  const send = async (...bodies: unknown[]) => {
    const Entries = bodies.map((body, index) => ({ Id: String(index), MessageBody: JSON.stringify(body) }));
    return sqs.send(new SendMessageBatchCommand({ QueueUrl: urlOf('work'), Entries }));
  };
  const drained = async () =>
    until('an empty queue', async () => {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: urlOf('work'), AttributeNames: ['All'] }),
      );
      const left = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
      return left.every((name) => Attributes?.[name] === '0');
    });

  it('tries the messages again that the function reports, and no others', async () => {
    await send({ name: 'fine' }, { name: 'once', fails: 1 }, { name: 'good' });
    await until('the second time', () => noted().some(({ began, time }) => began === 'once' && time === 2));
    await drained();
    expect(begun().toSorted()).toEqual(['fine', 'good', 'once', 'once']);
  });

  it('drops what the filter leaves out', async () => {
    await send({ other: 1 }, 'text', { name: 'wanted' });
    await allEnded('wanted');
    await drained();
    expect(begun()).toEqual(['wanted']);
  });

  it('sets aside what keeps failing', async () => {
    await send({ name: 'hopeless', fails: true });
    const QueueUrl = urlOf('aside');
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }));
    expect(Messages.map(({ Body }) => Body)).toEqual(['{"name":"hopeless","fails":true}']);
  });
});
