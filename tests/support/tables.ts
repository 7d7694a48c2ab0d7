import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { databaseAt, storesOn } from './stores.ts';

export { createTable, type Stores, type TableName } from './stores.ts';

/** A client with a database of its own on the test run's DynamoDB Local. */
export const freshDatabase = (endpoint = inject('dynamodbEndpoint')): DynamoDBClient => databaseAt(endpoint);

/** All stores on one fresh database. */
export const freshStores = (client = freshDatabase()) => storesOn(client);
