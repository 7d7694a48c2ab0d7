/** The subscriptions of one owner at most. */
export const maxSubscriptions = 100;

/** Reports that an owner has as many subscriptions as allowed. */
export class TooManySubscriptions extends Error {
  constructor() {
    super(`There may be ${maxSubscriptions} subscriptions of one client: delete one first`);
  }
}
