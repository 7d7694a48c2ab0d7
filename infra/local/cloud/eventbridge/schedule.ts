import { randomUUID } from 'node:crypto';
import { Refusal } from '#infra/local/cloud/template/refusal.ts';
import type { Deliver } from './rule-target.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';

export interface ScheduleRule {
  readonly ruleArn: string;
  readonly everyMs: number;
  readonly targets: readonly Deliver[];
}

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Milliseconds of `rate(5 minutes)`; any other schedule expression is refused. */
export function rateMs(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const milliseconds = Number(count) * (unitMs[unit] ?? Number.NaN);
  if (!(milliseconds > 0)) throw new Refusal(`The local cloud does not understand the schedule ${expression}`);
  return milliseconds;
}

export interface Schedule {
  /** Fires every rule now and waits for the targets. */
  readonly tick: () => Promise<void>;
  readonly stop: () => void;
}

/** Fires schedule rules at their rates. The first time is left to `tick`, so that whoever starts the cloud chooses the moment. */
export function startSchedule(rules: readonly ScheduleRule[], { accountId, region }: ResolvedTemplate): Schedule {
  const fire = async ({ ruleArn, targets }: ScheduleRule): Promise<void> => {
    const event = {
      version: '0' as const,
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
    tick: async () => {
      await Promise.all(rules.map(fire));
    },
    stop: () => timers.forEach((timer) => clearInterval(timer)),
  };
}
