import { type GlobalSecondaryIndexPropsV2, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import { text } from './table.ts';

/** Finds the rows of a table that are due, of all owners; rows without a time are not in it. */
export const byWakeAt: GlobalSecondaryIndexPropsV2 = {
  indexName: 'byWakeAt',
  partitionKey: text('wakeShard'),
  sortKey: text('wakeAt'),
  projectionType: ProjectionType.KEYS_ONLY,
};
