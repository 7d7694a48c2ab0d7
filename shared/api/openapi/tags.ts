/** Groups of the OpenAPI document: what each holds, and the paths of its operations by their first segment. */
const tags = {
  record: { description: 'Appending to the record, and reading it as it is', paths: ['events', 'streams', 'changes'] },
  relations: { description: 'What is between two parties', paths: ['relations'] },
  parties: { description: 'Parties and their offices', paths: ['parties'] },
  duplicates: { description: 'Probable duplicates', paths: ['duplicates'] },
  sources: { description: 'Who reports', paths: ['sources'] },
  people: { description: 'The people whom events name', paths: ['people'] },
  topics: { description: 'What events are about', paths: ['topics'] },
  contacts: { description: 'Who is in contact with whom', paths: ['contacts'] },
  lifecycles: { description: 'Visits, agreements and sanctions', paths: ['visits', 'agreements', 'sanctions'] },
  subscriptions: { description: 'Webhooks', paths: ['subscriptions'] },
  operations: { description: 'What operators do', paths: ['projections', 'quarantine', 'health', 'supervision'] },
  description: {
    description: 'What describes the API',
    paths: ['openapi.json', 'openapi-examples.json', 'asyncapi.json', 'docs'],
  },
} as const;

/** Returns the tag of a path: of the group that lists its first segment, or else that segment. */
export function tagOf(path: string): string {
  const [, segment = ''] = path.split('/');
  return Object.entries(tags).find(([, { paths }]) => paths.some((one) => one === segment))?.[0] ?? segment;
}

/** Returns the tags as the document lists them: the groups, and the segments without one. */
export function tagList(paths: readonly string[]): { readonly name: string; readonly description?: string }[] {
  const groups = Object.entries(tags).map(([name, { description }]) => ({ name, description }));
  const known = new Set(groups.map(({ name }) => name));
  const others = new Set(paths.map(tagOf).filter((name) => !known.has(name)));
  return [...groups, ...[...others].map((name) => ({ name }))];
}
