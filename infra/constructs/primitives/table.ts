import { type Attribute, AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { TablePropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';

export interface TableProps extends TablePropsV2 {
  readonly deployment: Deployment;
}

/** A key that is text. */
export const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
/** A key that is a number. */
export const number = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });

/** An on-demand table that can be restored to any second of the last 35 days; kept and protected where the stage says so. */
export class Table extends TableV2 {
  constructor(scope: Construct, id: string, { deployment, ...props }: TableProps) {
    super(scope, id, {
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: deployment.deletionProtection,
      removalPolicy: deployment.removalPolicy,
      ...props,
    });
  }
}
