/** A batch is sent so often, with longer and longer pauses, until DynamoDB has taken all of it. */
export const maxAttempts = 12;

/** DynamoDB did not take all of a batch: trying again later is right. It bears the name of the SDK's error of the same meaning. */
export class Throttled extends Error {
  constructor(call: string, left: number) {
    super(`${call} left ${left} items undone after ${maxAttempts} attempts`);
    this.name = 'ThrottlingException';
  }
}
