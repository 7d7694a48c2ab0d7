/** The consumers of the feed, by the name of their checkpoints, and the function that runs each. */
export const consumerServices: Readonly<Record<string, string>> = {
  'positions@1': 'project-feed',
  'timeline@1': 'project-feed',
  publish: 'publish-feed',
};
