import type { TestProject } from 'vitest/node';

/** Tells every test file where DynamoDB Local is. */
export default async function setup(project: TestProject) {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given !== undefined) {
    project.provide('dynamodbEndpoint', given);
    return undefined;
  }
  throw new Error('not wired yet');
}

declare module 'vitest' {
  interface ProvidedContext {
    dynamodbEndpoint: string;
  }
}
