import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { databaseAt, storesOn } from './stores.ts';

export { createTable, type Stores, type TableName } from './stores.ts';

/** A client with a database of its own on the test run's DynamoDB Local. */
export function freshDatabase(endpoint = inject('dynamodbEndpoint')): DynamoDBClient {
  if (endpoint === undefined) throw new Error('DynamoDB Local does not run: expected the tag dynamodb on this test');
  return databaseAt(endpoint);
}

/** All stores on one fresh database. */
export const freshStores = (client = freshDatabase()) => storesOn(client);
