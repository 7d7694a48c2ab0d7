import { RemovalPolicy } from 'aws-cdk-lib/core';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

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
  /** Ids of the accounts that may put rules on the event bus. */
  readonly subscribers: readonly string[];
  /** Whether webhooks may lead to this machine: only where the stack runs on one. */
  readonly webhookLoopback: 'allowed' | 'refused';
}

export interface DeploymentSettings {
  readonly stage: string;
  readonly bundles: string;
  /** Ids of accounts, separated by commas. */
  readonly subscribers?: string;
  readonly webhookLoopback?: Deployment['webhookLoopback'] | undefined;
}

const stages = ['dev', 'prod'] as const;
export type Stage = (typeof stages)[number];

/** The deployment of a stage; throws when there is no such stage, or when something else than an account is to subscribe. */
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
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    deletionProtection: lasting,
    logRetention: lasting ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
    subscribers: accountsOf(subscribers),
  };
}

function accountsOf(text: string): string[] {
  const accounts = text === '' ? [] : text.split(',');
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account));
  if (wrong === undefined) return accounts;
  throw new Error(`"${wrong}" is not an account: use -c subscribers=111111111111,222222222222`);
}
