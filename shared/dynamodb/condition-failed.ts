import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/**
 * Makes a conditional write; returns `undefined` on success, otherwise the failed condition, with the item if it was
 * requested.
 */
export async function conditionFailed(
  write: () => Promise<unknown>,
): Promise<ConditionalCheckFailedException | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error;
    throw error;
  }
}
