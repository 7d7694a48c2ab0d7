import { RemovalPolicy } from 'aws-cdk-lib/core';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type StageConfiguration, stageConfigurations } from './stages/stage-configuration.ts';
import { type Concurrency, type ConcurrencySettings, concurrencyOf } from './concurrency.ts';

/** What differs between stages, and where the bundled functions lie. */
export interface Deployment {
  readonly stage: Stage;
  /** Folder with one folder per bundled function. */
  readonly bundles: string;
  /** What becomes of data and logs when their stack is destroyed. */
  readonly removalPolicy: RemovalPolicy;
  /** Whether tables, user pool and stack refuse to be deleted. */
  readonly deletionProtection: boolean;
  readonly logRetention: RetentionDays;
  /** For how long it is known who read what. */
  readonly readLogRetention: RetentionDays;
  /** Ids of the accounts that may put rules on the event bus. */
  readonly subscribers: readonly string[];
  /** Whether webhooks may lead to this machine: only where the stack runs on one. */
  readonly webhookLoopback: 'allowed' | 'refused';
  readonly concurrency: Concurrency;
  /** Who may call, and what with. */
  readonly configuration: StageConfiguration;
  /** Whether API Gateway measures each route by itself: as custom metrics, each of which is paid for. */
  readonly routeMetrics: 'on' | 'off';
  /**
   * Whether the stack sets the role by which API Gateway writes logs: one for the whole account and region, so by
   * default somebody else does.
   */
  readonly accountLogRole: 'on' | 'off';
}

export interface DeploymentSettings extends ConcurrencySettings {
  readonly stage: string;
  readonly bundles: string;
  /** Ids of accounts, separated by commas. */
  readonly subscribers?: string | undefined;
  readonly webhookLoopback?: Deployment['webhookLoopback'] | undefined;
  readonly routeMetrics?: string | undefined;
  readonly accountLogRole?: string | undefined;
  /** Absent: that of the stage's file. */
  readonly configuration?: StageConfiguration | undefined;
}

const stages = ['dev', 'prod'] as const;
export type Stage = (typeof stages)[number];

/** The deployment of a stage; throws when a setting is wrong, with its name and what was expected. */
export function deploymentOf(settings: DeploymentSettings): Deployment {
  const { stage: stageName, bundles, subscribers = '', webhookLoopback = 'refused' } = settings;
  const stage = stages.find((known) => known === stageName);
  if (stage === undefined)
    throw new Error(`Unknown stage "${stageName}": use -c stage=${stages.join(' or -c stage=')}`);
  const lasting = stage === 'prod';
  return {
    stage,
    bundles,
    webhookLoopback,
    routeMetrics: switchOf('routeMetrics', settings),
    accountLogRole: switchOf('accountLogRole', settings),
    // What a first deployment that fails has made is removed: what is kept under a fixed name would be in the way of
    // the next one.
    removalPolicy: lasting ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    deletionProtection: lasting,
    logRetention: lasting ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
    readLogRetention: lasting ? RetentionDays.FIVE_YEARS : RetentionDays.ONE_MONTH,
    subscribers: accountsOf(subscribers),
    concurrency: concurrencyOf(settings),
    configuration: settings.configuration ?? stageConfigurations[stage](),
  };
}

/** Reads a setting that is on or off; off by default. */
function switchOf(name: 'routeMetrics' | 'accountLogRole', settings: DeploymentSettings): 'on' | 'off' {
  const { [name]: value = 'off' } = settings;
  if (value === 'on' || value === 'off') return value;
  throw new Error(`"${value}" is neither on nor off: use -c ${name}=on or -c ${name}=off`);
}

function accountsOf(text: string): string[] {
  const accounts = text === '' ? [] : text.split(',');
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account));
  if (wrong === undefined) return accounts;
  throw new Error(`"${wrong}" is not an account: use -c subscribers=111111111111,222222222222`);
}
