import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type Attribute, AttributeType, CfnGlobalTable, type Operation, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { TablePropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { DataKey } from './data-key.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { sumOf } from '#infra/constructs/monitoring/sum-of.ts';

export interface TableProps extends TablePropsV2 {
  readonly deployment: Deployment;
}

/** A key that is text. */
export const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
/** A key that is a number. */
export const number = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });

/**
 * An on-demand table that can be restored to any second of the last 35 days; kept and protected where the stage says
 * so.
 */
export class Table extends TableV2 {
  constructor(scope: Construct, id: string, { deployment, ...props }: TableProps) {
    super(scope, id, {
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: deployment.deletionProtection,
      removalPolicy: deployment.removalPolicy,
      ...props,
    });
    this.encrypt();
    const throttles = ['ReadThrottleEvents', 'WriteThrottleEvents'].map((event) =>
      this.metric(event, { statistic: Stats.SUM }),
    );
    const monitoring = Monitoring.of(this);
    monitoring.plot('Table throttles', sumOf(this.node.path.replaceAll(/\W/g, '_').toLowerCase(), throttles));
    for (const metric of throttles) {
      const meaning = 'DynamoDB turns requests on a table away';
      monitoring.sum('table-throttles', { metric, meaning, entry: 'table-throttles' });
    }
  }

  /**
   * Encrypts with the key of the stack, if it has one. The L2 does so only in a stack that names its region; here there
   * is one replica, in any.
   */
  private encrypt(): void {
    const key = DataKey.of(this);
    const table = this.node.defaultChild;
    if (key === undefined || !(table instanceof CfnGlobalTable)) return;
    table.addPropertyOverride('SSESpecification', { SSEEnabled: true, SSEType: 'KMS' });
    table.addPropertyOverride('Replicas.0.SSESpecification', { KMSMasterKeyId: key.keyArn });
  }

  /** Raises an alarm when DynamoDB itself fails these operations. */
  watchSystemErrors(name: string, operations: Operation[]): void {
    Monitoring.of(this).alarm(`${name}-system-errors`, {
      metric: this.metricSystemErrorsForOperations({ operations }),
      meaning: `DynamoDB fails requests on the table of the ${name}`,
      entry: 'table-system-errors',
    });
  }
}
