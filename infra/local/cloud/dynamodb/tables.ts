import * as z from 'zod';
import { callDynamoDb, DynamoDbError, type Database, type DatabaseServer } from './dynamodb-call.ts';
import { globalTable, table } from './table-types.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';

export interface LocalTable {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** The name of the attribute that its items are distributed by. */
  readonly partitionKey: string;
  readonly database: Database;
  /** The stream as DynamoDB Local names it; absent for a table without a stream. */
  readonly streamArn?: string;
}

const descriptionSchema = z.object({ LatestStreamArn: z.string().optional() });
type Description = z.output<typeof descriptionSchema>;

/** The database of all tables that do not need one of their own. */
export const mainDatabase = ({ endpoint, prefix }: DatabaseServer, region: string): Database => ({
  endpoint,
  accessKeyId: `${prefix}local`,
  region,
});

/**
 * Creates the template's missing tables. The first table with a stream and all tables without one share a database, so
 * that transactions work; each further table with a stream has its own, because stream records of one table slow the
 * streams of younger ones.
 */
export async function openTables(template: ResolvedTemplate, server: DatabaseServer): Promise<LocalTable[]> {
  const declared = [...template.resources(globalTable), ...template.resources(table)];
  const streaming = declared.filter(({ properties }) => properties.StreamSpecification !== undefined);
  const alone = new Set(streaming.slice(1).map(({ logicalId }) => logicalId));

  return Promise.all(
    declared.map(async ({ logicalId, name, arn, properties }): Promise<LocalTable> => {
      const main = mainDatabase(server, template.region);
      const database = alone.has(logicalId) ? { ...main, accessKeyId: server.prefix + logicalId } : main;
      const { StreamSpecification: stream, GlobalSecondaryIndexes: indexes, TimeToLiveSpecification: ttl } = properties;
      const created = await createTable(database, {
        TableName: name,
        AttributeDefinitions: properties.AttributeDefinitions,
        KeySchema: properties.KeySchema,
        BillingMode: 'PAY_PER_REQUEST',
        GlobalSecondaryIndexes: indexes?.map(({ IndexName, KeySchema, Projection }) => ({
          IndexName,
          KeySchema,
          Projection,
        })),
        LocalSecondaryIndexes: properties.LocalSecondaryIndexes,
        StreamSpecification: stream && { StreamEnabled: true, StreamViewType: stream.StreamViewType },
      });
      if (created !== undefined && ttl?.Enabled === true)
        await callDynamoDb(database, 'DynamoDB_20120810.UpdateTimeToLive', {
          TableName: name,
          TimeToLiveSpecification: { AttributeName: ttl.AttributeName, Enabled: true },
        });
      const streamArn = stream && (created ?? (await describeTable(database, name))).LatestStreamArn;
      const partitionKey = properties.KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
      return { logicalId, name, arn, partitionKey, database, ...(streamArn !== undefined && { streamArn }) };
    }),
  );
}

/** Creates a table and returns its description; `undefined` when the table exists. */
async function createTable(database: Database, input: unknown): Promise<Description | undefined> {
  try {
    const output = await callDynamoDb(database, 'DynamoDB_20120810.CreateTable', input);
    return z.object({ TableDescription: descriptionSchema }).parse(output).TableDescription;
  } catch (error) {
    if (error instanceof DynamoDbError && error.code === 'ResourceInUseException') return undefined;
    throw error;
  }
}

async function describeTable(database: Database, TableName: string): Promise<Description> {
  const output = await callDynamoDb(database, 'DynamoDB_20120810.DescribeTable', { TableName });
  return z.object({ Table: descriptionSchema }).parse(output).Table;
}
