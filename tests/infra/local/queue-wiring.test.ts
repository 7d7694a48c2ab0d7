import { CfnResource, Duration, type Stack } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataFolder, type DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { createQueues, startQueueMappings } from '#infra/local/cloud/sqs/queue-wiring.ts';
import { resolveStack } from '#tests/support/resolve-stack.ts';
import { synthesizeStack } from '#tests/support/synthesize-stack.ts';

let data: DataFolder | undefined;
afterEach(() => data?.release());

/** Opens the queues of a stack and starts its mappings from a queue called Work to a function. */
const start = async (define: (stack: Stack, mapping: CfnEventSourceMapping, work: Queue) => void, fifo = false) => {
  const folder = synthesizeStack('tiny-queue-functions.mjs', ({ stack, fn }) => {
    const work = new Queue(stack, 'Work', fifo ? { fifo } : {});
    const { functionName } = fn('take', { timeout: Duration.seconds(30) });
    define(stack, new CfnEventSourceMapping(stack, 'Mapping', { functionName, eventSourceArn: work.queueArn }), work);
  });
  data = openDataFolder('memory');
  const { template, functions } = await resolveStack(folder, data);
  const queues = createQueues(template);
  const mappings = startQueueMappings({ template, functions, queues });
  await Promise.all(mappings.map(async (mapping) => mapping.stop()));
  return [...queues.values()].map(({ settings }) => settings);
};

describe('the queues of a template', () => {
  it('have names and addresses, which end in .fifo for a FIFO queue', async () => {
    const [settings] = await start(() => undefined, true);
    expect(settings?.name).toMatch(/^Tiny-Work\w+\.fifo$/);
    expect(settings?.url).toBe(`http://services/000000000000/${settings?.name}`);
  });

  it.each<[string, Parameters<typeof start>[0], RegExp, boolean?]>([
    [
      'a FIFO queue whose dead letters go to a standard one',
      (stack) => new Queue(stack, 'Other', { fifo: true, deadLetterQueue: deadLetters(stack) }),
      /Other\w+: the dead letters of a FIFO queue go to a FIFO queue/,
    ],
    [
      'a mapping of more than ten messages of a FIFO queue',
      (_stack, mapping) => mapping.addPropertyOverride('BatchSize', 11),
      /Mapping: a FIFO queue takes a BatchSize of at most 10/,
      true,
    ],
    [
      'a mapping of many messages that does not wait for them',
      (_stack, mapping) => mapping.addPropertyOverride('BatchSize', 11),
      /Mapping: a BatchSize of more than 10 needs a MaximumBatchingWindowInSeconds/,
    ],
    [
      'a mapping with a concurrency of one',
      (_stack, mapping) => mapping.addPropertyOverride('ScalingConfig.MaximumConcurrency', 1),
      /Mapping \(AWS::Lambda::EventSourceMapping\): the property ScalingConfig.MaximumConcurrency is not supported/,
    ],
    [
      'a mapping with a setting of streams',
      (_stack, mapping) => mapping.addPropertyOverride('BisectBatchOnFunctionError', true),
      /Mapping \(AWS::Lambda::EventSourceMapping\): the property BisectBatchOnFunctionError is not supported/,
    ],
    [
      'a queue that shows its messages again before the function has ended',
      (_stack, _mapping, work) => visibility(work, 29),
      /VisibilityTimeout \(29 s\) is shorter than the function's Timeout \(30 s\)/,
    ],
    [
      'a mapping of another kind of source',
      (_stack, mapping) => mapping.addPropertyOverride('EventSourceArn', 'arn:aws:kinesis:eu-west-1:0:stream/x'),
      /Mapping \(AWS::Lambda::EventSourceMapping\) is of a kind that the local cloud does not know/,
    ],
  ])('are refused for %s', async (_name, define, message, fifo) => {
    await expect(start(define, fifo)).rejects.toThrow(message);
  });
});

const deadLetters = (stack: Stack) => ({ queue: new Queue(stack, 'Dead'), maxReceiveCount: 1 });
const visibility = (queue: Queue, seconds: number) => {
  if (queue.node.defaultChild instanceof CfnResource)
    queue.node.defaultChild.addPropertyOverride('VisibilityTimeout', seconds);
};
