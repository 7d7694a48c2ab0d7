/** The consumers of the feed, by the name of their checkpoints, and the function that runs each. */
export const consumerServices: Readonly<Record<string, string>> = {
  project: 'project',
  publish: 'publish',
  'announce-phases': 'publish',
  'match-subscriptions': 'match-subscribers',
  'match-sockets': 'match-subscribers',
};

/** Consumers of the feed that write no read models. */
export const otherConsumers = Object.keys(consumerServices).filter((name) => name !== 'project');
