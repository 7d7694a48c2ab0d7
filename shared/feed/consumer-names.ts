/** The consumers of the feed, by the name of their checkpoints, and the function that runs each. */
export const consumerServices: Readonly<Record<string, string>> = {
  project: 'project-feed',
  publish: 'publish-feed',
  'match-subscriptions': 'match-subscriptions',
  'match-sockets': 'match-sockets',
};
