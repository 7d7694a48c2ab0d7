import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The DynamoDB client of a function: region, credentials and endpoint come from the environment. */
export const dynamoDBClient = (): DynamoDBClient => new DynamoDBClient({ maxAttempts: 5 });
