/**
 * What this code projects: each projection once for every version that it has. Here without the folds, so that what
 * only lists them stays small.
 */
export const projectionsInCode: readonly string[] = [
  'events@1',
  'timeline@5',
  'dossiers@4',
  'counted-events@3',
  'directory@3',
  'contacts@4',
  'changes@2',
  'people@3',
  'lifecycles@4',
  'party-streams@2',
  'visit-days@4',
  'sources@1',
  'trees@5',
  'scores@5',
];
