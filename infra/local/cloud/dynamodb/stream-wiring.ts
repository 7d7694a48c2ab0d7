import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { eventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { streamMapping } from '#infra/local/cloud/lambda/function-types.ts';
import { failureQueue } from '#infra/local/cloud/sqs/queue-wiring.ts';
import type { Queue } from '#infra/local/cloud/sqs/queue.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { shardedReader } from './sharded-reader.ts';
import { startStreamMapping, type StreamMapping } from './stream-mapping.ts';
import { streamPositions } from './stream-positions.ts';
import { streamReader } from './stream-reader.ts';
import type { LocalTable } from './tables.ts';

export interface StreamMappingsInput {
  readonly template: ResolvedTemplate;
  readonly tables: readonly LocalTable[];
  readonly functions: ReadonlyMap<string, HostedFunction>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly data: DataFolder;
  /** Shards of each stream; 1: as DynamoDB Local has them. */
  readonly shards: number;
}

/** Starts the enabled stream mappings of the template, each with the name of its table. */
export function startStreamMappings(input: StreamMappingsInput): { tableName: string; mapping: StreamMapping }[] {
  const { template, tables, functions, queues, data, shards } = input;
  const enabled = template.resources(streamMapping).filter(({ properties }) => properties.Enabled);
  return enabled.map(({ logicalId, properties }) => {
    const table = tables.find(({ arn }) => properties.EventSourceArn.startsWith(`${arn}/stream/`));
    const fn = [...functions.values()].find(({ name, arn }) => [name, arn].includes(properties.FunctionName));
    if (table?.streamArn === undefined || fn === undefined)
      throw new Refusal(`${logicalId}: its stream or its function is not in this template`);
    const reader = streamReader(table, properties.EventSourceArn, template.region);
    const mapping = startStreamMapping({
      fn,
      reader: shards === 1 ? reader : shardedReader(reader, table.partitionKey, shards),
      positions: streamPositions(data, logicalId, table.streamArn),
      startingPosition: properties.StartingPosition,
      batchSize: properties.BatchSize,
      batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds,
      filters: properties.FilterCriteria?.Filters.map(({ Pattern }) => eventPattern(JSON.parse(Pattern))) ?? [],
      maxRetries: properties.MaximumRetryAttempts,
      maxAgeSeconds: properties.MaximumRecordAgeInSeconds,
      bisect: properties.BisectBatchOnFunctionError,
      reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      onFailure: failureQueue(queues, properties.DestinationConfig?.OnFailure?.Destination, logicalId),
    });
    return { tableName: table.name, mapping };
  });
}
