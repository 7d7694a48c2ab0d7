import { failureQueue } from '#infra/local/cloud/sqs/queue-wiring.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';
import { Refusal } from '#infra/local/refusal.ts';
import type { BusRule } from './event-bus.ts';
import { eventPattern } from './event-pattern.ts';
import { eventBus, eventRule } from './event-types.ts';
import { ruleTarget, type Destinations } from './rule-target.ts';
import { rateMs, type ScheduleRule } from './schedule.ts';

/**
 * Binds the enabled rules of the template to their targets: those with a pattern, by bus, and those with a schedule.
 */
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
      byPattern.push({ busName, matches: eventPattern(properties.EventPattern), targets });
    if (properties.ScheduleExpression !== undefined)
      bySchedule.push({ ruleArn: arn, everyMs: rateMs(properties.ScheduleExpression), targets });
  }
  return { busNames, byPattern, bySchedule };
}
