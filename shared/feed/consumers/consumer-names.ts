/** The consumers of the feed, by the name of their checkpoints, and the function that runs each. */
export const consumerServices: Readonly<Record<string, string>> = {
  project: 'project',
  publish: 'publish',
  'announce-phases': 'publish',
  'match-subscriptions': 'match-subscribers',
  'match-sockets': 'match-subscribers',
};

/** Who matches announced changes of phase, for webhooks and sockets: it reads their log instead of the feed. */
export const phaseMatcherName = 'match-phases';

/** Consumers that only the schedule runs: they are a minute behind, and that is no sign of trouble. */
export const scheduledConsumers: ReadonlySet<string> = new Set(['announce-phases', phaseMatcherName]);

/** Consumers of the feed that write no read models. */
export const otherConsumers = Object.keys(consumerServices).filter((name) => name !== 'project');
