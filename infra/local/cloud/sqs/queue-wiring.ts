import { eventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { lambdaFunction, queueMapping } from '#infra/local/cloud/lambda/function-types.ts';
import { maxEnvironmentsOfOneFunction } from '#infra/local/cloud/lambda/functions.ts';
import { startQueueMapping, type QueueMapping } from './queue-mapping.ts';
import { createQueue, type Queue } from './queue.ts';
import { queue } from './queue-types.ts';
import { Refusal } from '#infra/local/refusal.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';

/** Creates every queue of the template, keyed by ARN. */
export function createQueues(template: ResolvedTemplate): Map<string, Queue> {
  const queues = new Map<string, Queue>();
  const declared = template.resources(queue);
  for (const { logicalId, name, arn, reference, properties } of declared) {
    const { FifoQueue, RedrivePolicy } = properties;
    if (FifoQueue !== name.endsWith('.fifo'))
      throw new Refusal(`${logicalId}: the name of a FIFO queue, and of no other, ends in .fifo`);
    const redrive = RedrivePolicy && {
      to: () => known(queues, RedrivePolicy.deadLetterTargetArn, logicalId),
      maxReceives: RedrivePolicy.maxReceiveCount,
    };
    queues.set(
      arn,
      createQueue({
        name,
        arn,
        url: reference,
        visibilitySeconds: properties.VisibilityTimeout,
        retentionSeconds: properties.MessageRetentionPeriod,
        delaySeconds: properties.DelaySeconds,
        waitSeconds: properties.ReceiveMessageWaitTimeSeconds,
        ...(redrive !== undefined && { redrive }),
        ...(FifoQueue && {
          fifo: {
            contentBasedDeduplication: properties.ContentBasedDeduplication,
            deduplicationScope: properties.DeduplicationScope,
          },
        }),
      }),
    );
  }
  for (const { logicalId, properties } of declared) {
    const { FifoQueue, RedrivePolicy } = properties;
    if (RedrivePolicy === undefined) continue;
    const to = known(queues, RedrivePolicy.deadLetterTargetArn, logicalId);
    if ((to.settings.fifo !== undefined) !== FifoQueue)
      throw new Refusal(`${logicalId}: the dead letters of a FIFO queue go to a FIFO queue, of any other to another`);
  }
  return queues;
}

export interface QueueMappingsInput {
  readonly template: ResolvedTemplate;
  readonly functions: ReadonlyMap<string, HostedFunction>;
  readonly queues: ReadonlyMap<string, Queue>;
}

/** Starts the enabled queue mappings of the template; throws a `Refusal` for one that AWS would not deploy. */
export function startQueueMappings({ template, functions, queues }: QueueMappingsInput): QueueMapping[] {
  const enabled = template.resources(queueMapping).filter(({ properties }) => properties.Enabled);
  const checked = enabled.map(({ logicalId, properties }) => {
    const { BatchSize: batchSize, MaximumBatchingWindowInSeconds: batchingWindowSeconds } = properties;
    const source = known(queues, properties.EventSourceArn, logicalId);
    const { fifo, visibilitySeconds } = source.settings;
    const resource = template
      .resources(lambdaFunction)
      .find(({ name, arn }) => [name, arn].includes(properties.FunctionName));
    const fn = functions.get(resource?.arn ?? '');
    if (resource === undefined || fn === undefined)
      throw new Refusal(`${logicalId}: its function is not in this template`);
    const { ReservedConcurrentExecutions: reserved = maxEnvironmentsOfOneFunction, Timeout: timeout } =
      resource.properties;
    if (visibilitySeconds < timeout)
      throw new Refusal(
        `${logicalId}: the queue's VisibilityTimeout (${visibilitySeconds} s) is shorter than the function's Timeout (${timeout} s)`,
      );
    if (fifo !== undefined && (batchSize > 10 || batchingWindowSeconds > 0))
      throw new Refusal(
        `${logicalId}: a FIFO queue takes a BatchSize of at most 10 and no MaximumBatchingWindowInSeconds`,
      );
    if (batchSize > 10 && batchingWindowSeconds === 0)
      throw new Refusal(`${logicalId}: a BatchSize of more than 10 needs a MaximumBatchingWindowInSeconds`);
    return {
      fn,
      queue: source,
      batchSize,
      batchingWindowSeconds,
      maxConcurrency: Math.min(properties.ScalingConfig?.MaximumConcurrency ?? reserved, reserved),
      filters: properties.FilterCriteria?.Filters.map(({ Pattern }) => eventPattern(JSON.parse(Pattern))) ?? [],
      throttledSeconds: visibilitySeconds - timeout,
      reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    };
  });
  return checked.map(startQueueMapping);
}

/** Finds the standard queue for failures; `undefined` when none is named. */
export function failureQueue(
  queues: ReadonlyMap<string, Queue>,
  arn: string | undefined,
  logicalId: string,
): Queue | undefined {
  if (arn === undefined) return undefined;
  const found = known(queues, arn, logicalId);
  if (found.settings.fifo !== undefined)
    throw new Refusal(`${logicalId}: failures can go to a standard queue only, not to ${arn}`);
  return found;
}

function known(queues: ReadonlyMap<string, Queue>, arn: string, logicalId: string): Queue {
  const found = queues.get(arn);
  if (found === undefined) throw new Refusal(`${logicalId}: only queues of this template are served, not ${arn}`);
  return found;
}
