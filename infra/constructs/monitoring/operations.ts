import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { AlarmTopic } from './alarm-topic.ts';
import { type Alarms, apiAlarms, lagAlarms, queueAlarm, tableAlarms, tamperingAlarm } from './alarms.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { followerAlarms, functionAlarms, workerAlarms } from './function-alarms.ts';
import { OperatorsDashboard } from './operators-dashboard.ts';
import type { FailureQueue } from '#infra/constructs/primitives/failure-queue.ts';
import type { HttpApi } from '#infra/constructs/api/http-api.ts';
import type { LiveSockets } from '#infra/constructs/sockets/live-sockets.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import { socketAlarms, waiting } from './socket-alarms.ts';
import type { Table } from '#infra/constructs/primitives/table.ts';
import { webhookAlarms } from './webhook-alarms.ts';
import type { Webhooks } from '#infra/constructs/webhooks/webhooks.ts';

export interface OperationsProps {
  readonly api: HttpApi;
  /** The functions that follow a log, by their names. */
  /** The queue that leads to the sequencer. */
  readonly sequenceQueue: IQueue;
  readonly followers: Readonly<Record<string, ChanceryFunction>>;
  /** The functions that the tick wakes and that follow no stream. */
  readonly workers: Readonly<Record<string, ChanceryFunction>>;
  readonly sockets: LiveSockets;
  readonly failureQueues: Readonly<Record<string, FailureQueue>>;
  readonly tables: Readonly<Record<string, Table>>;
  readonly webhooks: Webhooks;
}

/** What tells operators that something is wrong: alarms, each with its runbook entry, and one dashboard. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    const action = new SnsAction(new AlarmTopic(this, 'Topic'));
    const alarms: Alarms = {
      ...apiAlarms(props.api),
      ...functionAlarms('http-append', apiFunctions(props.api, appends)),
      ...functionAlarms(
        'http',
        apiFunctions(props.api, (name) => !appends(name) && !subscribes(name)),
      ),
      ...functionAlarms('http-subscriptions', apiFunctions(props.api, subscribes)),
      ...webhookAlarms(props.webhooks),
      ...each(props.followers, (name, fn) => ({ ...functionAlarms(name, [fn]), ...followerAlarms(name, fn) })),
      ...each(props.workers, (name, fn) => ({ ...functionAlarms(name, [fn]), ...workerAlarms(name, fn) })),
      ...socketAlarms(props.sockets),
      ...waiting('sequence-commits', props.sequenceQueue),
      ...lagAlarms(),
      ...tamperingAlarm(),
      ...each(props.failureQueues, queueAlarm),
      ...each(props.tables, tableAlarms),
    };
    for (const [name, alarm] of Object.entries(alarms)) new RunbookAlarm(this, name, alarm).addAlarmAction(action);
    new OperatorsDashboard(this, 'Dashboard', props);
  }
}

/** Appending, subscribing and answering are watched apart: an event that cannot be recorded is worse than an answer that does not come. */
const appends = (name: string): boolean => name.startsWith('append-');

const subscribes = (name: string): boolean => /-subscriptions?$/.test(name);

const apiFunctions = ({ functions }: HttpApi, which: (name: string) => boolean): ChanceryFunction[] =>
  [...functions].filter(([name]) => which(name)).map(([, fn]) => fn);

function each<Watched>(named: Readonly<Record<string, Watched>>, watch: (name: string, it: Watched) => Alarms): Alarms {
  return Object.assign({}, ...Object.entries(named).map(([name, it]) => watch(name, it)));
}
