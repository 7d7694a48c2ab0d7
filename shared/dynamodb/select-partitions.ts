import { type AttributeValue, type DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;

/** Partitions that one statement names (AWS limit). */
export const partitionsPerCall = 50;

export interface PartitionsAsked {
  readonly table: string;
  /** The name of the table's partition key. */
  readonly key: string;
  /** At most `partitionsPerCall`. */
  readonly partitions: readonly string[];
  /** A range of sort keys; absent: all. */
  readonly range?: { readonly key: string; readonly from: string; readonly to: string } | undefined;
}

/**
 * Selects the items of several partitions in one call, strongly consistent; `undefined` where they are more than 1 MB.
 * They are not read on then: DynamoDB Local forgets what follows an empty partition on the second page.
 */
export async function selectPartitions(
  client: DynamoDBClient,
  { table, key, partitions, range }: PartitionsAsked,
): Promise<readonly Item[] | undefined> {
  const marks = partitions.map(() => '?').join(', ');
  const within = range === undefined ? '' : ` AND "${range.key}" BETWEEN ? AND ?`;
  const bounds = range === undefined ? [] : [range.from, range.to];
  const { Items = [], NextToken } = await client.send(
    new ExecuteStatementCommand({
      Statement: `SELECT * FROM "${table}" WHERE "${key}" IN [${marks}]${within}`,
      Parameters: [...partitions, ...bounds].map((S) => ({ S })),
      ConsistentRead: true,
    }),
  );
  return NextToken === undefined ? Items : undefined;
}
