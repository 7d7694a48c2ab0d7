import type { AsyncInvocationSettings } from './lambda/async-invocation.ts';
import type { DataFolder } from '#infra/local/cli/data-folder.ts';
import { durably } from './sqs/durable-delivery.ts';
import { eventPattern } from './eventbridge/event-pattern.ts';
import { eventBus, eventRule } from './eventbridge/event-types.ts';
import type { BusRule } from './eventbridge/event-bus.ts';
import type { HostedFunction } from './lambda/function-host.ts';
import { eventInvokeConfig, lambdaFunction, streamMapping } from './lambda/function-types.ts';
import { failureQueue } from './sqs/queue-wiring.ts';
import type { Queue } from './sqs/queue.ts';
import { Refusal } from './template/refusal.ts';
import { ruleTarget, type Destinations } from './eventbridge/rule-target.ts';
import { rateMs, type ScheduleRule } from './eventbridge/schedule.ts';
import { startStreamMapping, type StreamMapping } from './dynamodb/stream-mapping.ts';
import { streamPositions } from './dynamodb/stream-positions.ts';
import { streamReader } from './dynamodb/stream-reader.ts';
import type { LocalTable } from './dynamodb/tables.ts';
import type { ResolvedTemplate } from './template/template.ts';

/** How each function is invoked by those who do not wait for it. */
export function invocationSettings(
  template: ResolvedTemplate,
  queues: ReadonlyMap<string, Queue>,
): (functionArn: string) => AsyncInvocationSettings {
  const configs = template.resources(eventInvokeConfig);
  const settings = template.resources(lambdaFunction).map(({ logicalId, name, arn, properties }) => {
    const config = configs.find(({ properties: { FunctionName } }) => FunctionName === name || FunctionName === arn);
    const { MaximumRetryAttempts = 2, MaximumEventAgeInSeconds = 21_600, DestinationConfig } = config?.properties ?? {};
    return [
      arn,
      {
        maxRetries: MaximumRetryAttempts,
        maxAgeSeconds: MaximumEventAgeInSeconds,
        onFailure: failureQueue(queues, DestinationConfig?.OnFailure?.Destination, logicalId),
        deadLetters: failureQueue(queues, properties.DeadLetterConfig?.TargetArn, logicalId),
      },
    ] as const;
  });
  const byArn = new Map(settings);
  return (functionArn) => {
    const found = byArn.get(functionArn);
    if (found === undefined) throw new Refusal(`${functionArn} is not a function of this template`);
    return found;
  };
}

/** The enabled rules of the template: those with a pattern, by bus, and those with a schedule. */
export function bindRules(template: ResolvedTemplate, destinations: Destinations) {
  const byPattern: BusRule[] = [];
  const bySchedule: ScheduleRule[] = [];
  const busNames = template.resources(eventBus).map(({ name }) => name);
  for (const { logicalId, arn, properties } of template.resources(eventRule)) {
    if (properties.State === 'DISABLED') continue;
    const targets = properties.Targets.map((target) => {
      failureQueue(destinations.queues, target.DeadLetterConfig?.Arn, logicalId);
      return ruleTarget(target, arn, destinations);
    });
    const busName = properties.EventBusName.split('/').at(-1) ?? '';
    if (busName !== 'default' && !busNames.includes(busName))
      throw new Refusal(`${logicalId}: there is no event bus ${busName}`);
    if (properties.EventPattern !== undefined)
      byPattern.push({
        busName,
        matches: eventPattern(properties.EventPattern),
        targets: targets.map((deliver, index) => durably(deliver, `${logicalId}-${index}`, destinations.data)),
      });
    if (properties.ScheduleExpression !== undefined)
      bySchedule.push({ ruleArn: arn, everyMs: rateMs(properties.ScheduleExpression), targets });
  }
  return { busNames, byPattern, bySchedule };
}

export interface StreamMappingsInput {
  readonly template: ResolvedTemplate;
  readonly tables: readonly LocalTable[];
  readonly functions: ReadonlyMap<string, HostedFunction>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly data: DataFolder;
}

/** Starts the enabled stream mappings of the template, each with the name of the table that it reads. */
export function startStreamMappings(input: StreamMappingsInput): { tableName: string; mapping: StreamMapping }[] {
  const { template, tables, functions, queues, data } = input;
  const enabled = template.resources(streamMapping).filter(({ properties }) => properties.Enabled);
  return enabled.map(({ logicalId, properties }) => {
    const table = tables.find(({ arn }) => properties.EventSourceArn.startsWith(`${arn}/stream/`));
    const fn = [...functions.values()].find(({ name, arn }) => [name, arn].includes(properties.FunctionName));
    if (table?.streamArn === undefined || fn === undefined)
      throw new Refusal(`${logicalId}: its stream or its function is not in this template`);
    const mapping = startStreamMapping({
      fn,
      reader: streamReader(table, properties.EventSourceArn, template.region),
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
