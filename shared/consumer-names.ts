/** The consumers of the feed, by the name of their checkpoints, and the function that runs each. A projection stands here once for every version in the code. */
export const consumerServices: Readonly<Record<string, string>> = {
  'positions@1': 'project-feed',
  'corrections@1': 'project-feed',
  'timeline@2': 'project-feed',
  'trees@1': 'project-feed',
  'scores@1': 'project-feed',
  'dossiers@1': 'project-feed',
  'counted-events@1': 'project-feed',
  'directory@1': 'project-feed',
  'contacts@1': 'project-feed',
  'changes@1': 'project-feed',
  'lifecycles@1': 'project-feed',
  'party-streams@1': 'project-feed',
  'visit-days@1': 'project-feed',
  'people@1': 'project-feed',
  'duplicates@1': 'project-feed',
  publish: 'publish-feed',
};
