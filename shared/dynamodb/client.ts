import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { callTimeouts } from '#shared/aws-client-settings.ts';

/** The DynamoDB client of a function: region, credentials and endpoint come from the environment. */
export const dynamoDBClient = (): DynamoDBClient =>
  new DynamoDBClient({ maxAttempts: 5, requestHandler: callTimeouts });
