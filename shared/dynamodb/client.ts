import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Milliseconds after which a connection or a call that does not answer is given up and tried again. */
const connectionTimeout = 1000;
const requestTimeout = 5000;

/** The DynamoDB client of a function: region, credentials and endpoint come from the environment. */
export const dynamoDBClient = (): DynamoDBClient =>
  new DynamoDBClient({ maxAttempts: 5, requestHandler: { connectionTimeout, requestTimeout } });
