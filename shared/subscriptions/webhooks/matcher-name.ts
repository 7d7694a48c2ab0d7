/** The matcher's name among the feed's consumers. */
export const matcherName = 'match-subscriptions';

/** The name of the checkpoint of who matches changes of phase, for webhooks and sockets. */
export const phaseMatcherName = 'match-phases';
