/** The groups of operations: what each has, by the first segments of their paths. */
const tags = {
  record: { description: 'Appending to the record, and reading it as it is', paths: ['events', 'streams', 'changes'] },
  relations: { description: 'What is between two parties', paths: ['relations'] },
  parties: { description: 'Parties and their offices', paths: ['parties'] },
  people: { description: 'The people whom events name', paths: ['people'] },
  topics: { description: 'What events are about', paths: ['topics'] },
  contacts: { description: 'Who is in contact with whom', paths: ['contacts'] },
  lifecycles: { description: 'Visits, agreements and sanctions', paths: ['visits', 'agreements', 'sanctions'] },
  subscriptions: { description: 'Webhooks', paths: ['subscriptions'] },
  operations: { description: 'What operators do', paths: ['projections', 'quarantine', 'health'] },
  description: {
    description: 'What describes the API',
    paths: ['openapi.json', 'openapi-examples.json', 'asyncapi.json', 'docs'],
  },
} as const;

/** Returns the tag of a path: that of the group which has its first segment, or else the segment itself. */
export function tagOf(path: string): string {
  const [, segment = ''] = path.split('/');
  const found = Object.entries(tags).find(([, { paths }]) => paths.some((one) => one === segment));
  return found?.[0] ?? segment;
}

/** Returns the tags of paths as the document lists them, in their order. */
export const tagsOf = (paths: readonly string[]): { readonly name: string; readonly description?: string }[] =>
  [...new Set(paths.map(tagOf))].map((name) => ({ name, ...descriptionOf(name) }));

const descriptionOf = (name: string): { readonly description?: string } =>
  Object.entries(tags)
    .filter(([tag]) => tag === name)
    .map(([, { description }]) => ({ description }))[0] ?? {};
