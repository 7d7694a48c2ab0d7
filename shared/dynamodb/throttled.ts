/** A batch is sent so often, with longer and longer pauses, until DynamoDB has taken all of it. */
export const maxAttempts = 12;

/** DynamoDB left part of a batch unprocessed; a later retry is right. Named as the SDK's error of the same meaning. */
export class Throttled extends Error {
  constructor(call: string, left: number) {
    super(`${call} left ${left} items undone after ${maxAttempts} attempts`);
    this.name = 'ThrottlingException';
  }
}
