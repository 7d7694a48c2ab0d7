import { appendFileSync } from 'node:fs';
import { invokeAsync, type AsyncInvocationSettings } from '#infra/local/cloud/lambda/async-invocation.ts';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import type { eventRule } from './event-types.ts';
import type { output } from 'zod';
import type { Queue } from '#infra/local/cloud/sqs/queue.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { targetInput, type BusEvent } from './target-input.ts';

type Target = output<typeof eventRule.properties>['Targets'][number];

/** The destinations of a template's rules. */
export interface Destinations {
  readonly functions: ReadonlyMap<string, HostedFunction>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly invocationSettings: (functionArn: string) => AsyncInvocationSettings;
  readonly data: DataFolder;
  readonly signal: AbortSignal;
}

/** Delivers an event to one target; resolves when the target has finished or the cloud stops, and never rejects. */
export type Deliver = (event: BusEvent) => Promise<void>;

/** Binds a rule's target; throws a `Refusal` for a kind of target that the local cloud cannot reach. */
export function ruleTarget(target: Target, ruleArn: string, destinations: Destinations): Deliver {
  const input = targetInput(target, ruleArn);
  const { functions, queues, data, signal } = destinations;

  const fn = functions.get(target.Arn);
  if (fn !== undefined) {
    const settings = destinations.invocationSettings(fn.arn);
    return async (event) => invokeAsync(fn, settings, input(event), signal);
  }
  const queue = queues.get(target.Arn);
  if (queue !== undefined) {
    const groupId = target.SqsParameters?.MessageGroupId;
    const { fifo } = queue.settings;
    if (fifo !== undefined && (groupId === undefined || !fifo.contentBasedDeduplication))
      throw new Refusal(
        `The rule ${ruleArn}: the FIFO queue ${queue.settings.name} needs a MessageGroupId and ContentBasedDeduplication`,
      );
    return async (event) => void queue.send(JSON.stringify(input(event)), { groupId });
  }
  const logGroup = /^arn:aws:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(target.Arn)?.[1];
  if (logGroup !== undefined) {
    const file = data.path('logs', `${logGroup.replaceAll('/', '_')}.log`);
    return async (event) => appendFileSync(file, `${JSON.stringify(input(event))}\n`);
  }
  throw new Refusal(`The rule ${ruleArn} has a target that the local cloud cannot reach: ${target.Arn}`);
}
