/** How many subscriptions somebody may have. */
export const maxSubscriptions = 100;

/** Somebody has as many subscriptions as they may. */
export class TooManySubscriptions extends Error {
  constructor() {
    super(`There may be ${maxSubscriptions} subscriptions of one client: delete one first`);
  }
}
