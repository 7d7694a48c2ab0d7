/** The consumers of the feed, by the name of their checkpoints, and the function that runs each. */
export const consumerServices: Readonly<Record<string, string>> = {
  'positions@1': 'project-feed',
  'corrections@1': 'project-feed',
  'timeline@2': 'project-feed',
  publish: 'publish-feed',
  'match-sockets': 'match-sockets',
};
