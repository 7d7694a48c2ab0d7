import { randomUUID } from 'node:crypto';
import type { ScheduledEvent } from 'aws-lambda';
import { Refusal } from '#infra/local/refusal.ts';
import type { Deliver } from './rule-target.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';

export interface ScheduleRule {
  readonly ruleArn: string;
  readonly everyMs: number;
  readonly targets: readonly Deliver[];
}

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Parses `rate(5 minutes)` to milliseconds; throws a `Refusal` for any other schedule expression. */
export function rateMs(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const milliseconds = Number(count) * (unitMs[unit] ?? Number.NaN);
  if (!(milliseconds > 0)) throw new Refusal(`The local cloud does not understand the schedule ${expression}`);
  return milliseconds;
}

export interface Schedule {
  /** Fires every rule now and waits for the targets. */
  readonly fireAll: () => Promise<void>;
  readonly stop: () => void;
}

/** Fires schedule rules at their rates; the caller fires them for the first time. */
export function startSchedule(rules: readonly ScheduleRule[], { accountId, region }: ResolvedTemplate): Schedule {
  const fire = async ({ ruleArn, targets }: ScheduleRule): Promise<void> => {
    const event: ScheduledEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: accountId,
      time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      region,
      resources: [ruleArn],
      detail: {},
    };
    await Promise.all(targets.map(async (deliver) => deliver(event)));
  };
  const timers = rules.map((rule) => setInterval(() => void fire(rule), rule.everyMs));
  return {
    fireAll: async () => {
      await Promise.all(rules.map(fire));
    },
    stop: () => timers.forEach((timer) => clearInterval(timer)),
  };
}
