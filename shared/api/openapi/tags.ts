/** The tags of the OpenAPI document: what each groups, and the paths of its operations by their first segment. */
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

/** The tags as the document lists them. */
export const tagList = Object.entries(tags).map(([name, { description }]) => ({ name, description }));

/** Returns the tag of a path; throws for a path without one. */
export function tagOf(path: string): string {
  const [, segment = ''] = path.split('/');
  const found = Object.entries(tags).find(([, { paths }]) => paths.some((one) => one === segment));
  if (found === undefined) throw new Error(`No tag of the OpenAPI document has ${path}`);
  return found[0];
}
