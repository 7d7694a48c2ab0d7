import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient, type ScalarAttributeType } from '@aws-sdk/client-dynamodb';
import { authorization } from '#infra/local/cloud/dynamodb/dynamodb-call.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBFeedWriter } from '#shared/feed/blocks/dynamodb-feed-writer.ts';
import { dynamoDBVerificationStore } from '#shared/feed/dynamodb-verification-progress.ts';
import { dynamoDBLedger } from '#shared/ledger/dynamodb-ledger.ts';
import { dynamoDBLedgerWalk } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import { dynamoDBRowWalk } from '#shared/projections/generations/dynamodb-row-walk.ts';
import { dynamoDBReadModels } from '#shared/projections/engine/dynamodb-read-models.ts';

/**
 * A client with a database of its own: DynamoDB Local keeps one for each access key id. It checks no signature, and
 * signing takes a fifth of a call's time.
 */
export function databaseAt(endpoint: string): DynamoDBClient {
  const accessKeyId = randomUUID().replaceAll('-', '');
  const region = 'local';
  const unsigned = authorization(accessKeyId, region);
  return new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey: 'local' },
    signer: { sign: async (request) => (Object.assign(request.headers, { authorization: unsigned }), request) },
  });
}

const keys = {
  Ledger: { stream: 'S', version: 'N' },
  Decisions: { key: 'S' },
  Feed: { page: 'S', position: 'N' },
  Checkpoints: { name: 'S' },
  Quarantine: { consumer: 'S', item: 'S' },
  ReadModels: { partition: 'S', sort: 'S' },
} as const satisfies Record<string, Record<string, ScalarAttributeType>>;

export type TableName = keyof typeof keys;

/** Creates a table with the keys it has in the deployed stack, and returns its name. */
export async function createTable(client: DynamoDBClient, name: TableName): Promise<string> {
  const attributes = Object.entries(keys[name]);
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
      KeySchema: attributes.map(([AttributeName], index) => ({
        AttributeName,
        KeyType: index === 0 ? 'HASH' : 'RANGE',
      })),
    }),
  );
  return name;
}

/** All stores, on tables made now in the client's database. */
export async function storesOn(client: DynamoDBClient) {
  const [ledger, decisions, feed, checkpoints, quarantine, readModels] = await Promise.all(
    (['Ledger', 'Decisions', 'Feed', 'Checkpoints', 'Quarantine', 'ReadModels'] as const).map(async (name) =>
      createTable(client, name),
    ),
  );
  if (!ledger || !decisions || !feed || !checkpoints || !quarantine || !readModels)
    throw new Error('A table was not created');
  const writer = dynamoDBFeedWriter(client, feed);
  return {
    client,
    ledger: dynamoDBLedger(client, { ledger, decisions }),
    walk: dynamoDBLedgerWalk(client, ledger),
    feed: { ...dynamoDBFeedReader(client, feed), ...writer },
    checkpoints: dynamoDBCheckpoints(client, checkpoints),
    quarantine: dynamoDBQuarantine(client, quarantine),
    readModels: dynamoDBReadModels(client, readModels),
    rows: dynamoDBRowWalk(client, readModels),
    registry: dynamoDBGenerationRegistry(client, checkpoints),
    verification: dynamoDBVerificationStore(client, checkpoints),
  };
}

export type Stores = Awaited<ReturnType<typeof storesOn>>;
