import { failureQueue } from '#infra/local/cloud/sqs/queue-wiring.ts';
import type { Queue } from '#infra/local/cloud/sqs/queue.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';
import { Refusal } from '#infra/local/refusal.ts';
import type { AsyncInvocationSettings } from './async-invocation.ts';
import { eventInvokeConfig, lambdaFunction } from './function-types.ts';

/** Reads how each function is invoked asynchronously, by its ARN. */
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
