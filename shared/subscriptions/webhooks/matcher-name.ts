/** The matcher's name among the feed's consumers. */
export const matcherName = 'match-subscriptions';
