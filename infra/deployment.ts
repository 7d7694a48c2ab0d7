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
  /** Whether webhooks may lead to this machine: only where the stack runs on one. */
  readonly webhookLoopback: 'allowed' | 'refused';
}

const stages = ['dev', 'prod'] as const;
export type Stage = (typeof stages)[number];

/** The deployment of a stage; throws when there is no such stage. */
export function deploymentOf(
  stageName: string,
  bundles: string,
  webhookLoopback: Deployment['webhookLoopback'] = 'refused',
): Deployment {
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
  };
}
