import type { Operation } from '#shared/api/protocol/operation.ts';
import { blocksMediaType, ndjsonMediaType } from '#shared/api/protocol/record-media-types.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { backgroundGenerations } from '#shared/read-models/projecting-consumers.ts';
import { everyGet, getRoutes } from './every-get.ts';
import { operations } from './operations.ts';

type Examples = Readonly<Record<string, unknown>>;
type EveryGet = Awaited<ReturnType<typeof everyGet>>;

/** Items that a list in an example shows. */
const shownItems = 2;

/**
 * The examples of the OpenAPI document: the responses of the API about the sample brief, by route and media type, and
 * what is posted.
 */
export async function apiExamples(): Promise<Readonly<Record<string, Examples>>> {
  const api = await everyGet();
  const read = new Map<string, Examples>();
  for (const name of getRoutes) read.set(name, await examplesOfGet(api, name));
  return Object.fromEntries([...read, ...(await writes(api))].filter(([, shown]) => Object.keys(shown).length > 0));
}

/**
 * Leaves out blocks, of which one holds the whole brief as one text, and NDJSON, whose lines are the items of the JSON.
 */
async function examplesOfGet({ get }: EveryGet, name: string): Promise<Examples> {
  const types = Object.keys(operations[name]?.responses[200]?.content ?? {}).filter(
    (type) => type !== blocksMediaType && type !== ndjsonMediaType,
  );
  const limit = takesLimit(operations[name]) ? { limit: '1' } : {};
  const shown: Record<string, unknown> = {};
  for (const accept of types) {
    const { statusCode, body } = await get(name, { query: limit, headers: { accept } });
    if (statusCode !== 200) throw new Error(`${name} as ${accept}: ${body}`);
    shown[accept] = shortened(accept, body);
  }
  return shown;
}

function takesLimit(operation: Operation | undefined): boolean {
  const query: unknown = operation?.request.query;
  return /"limit"/.test(JSON.stringify(Object.keys(shapeOf(query))));
}

/** The fields of a schema of an object, also where it is then made into something else. */
function shapeOf(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null) return {};
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null) return schema.shape;
  return 'in' in schema ? shapeOf(schema.in) : {};
}

/** A body as an example shows it: a document or page by its beginning, lists by their first items. */
function shortened(type: string, body: string): unknown {
  if (type === 'text/html') return body.split('\n', 1)[0];
  if (type === 'text/csv') {
    const rows = body.split('\r\n');
    return rows.slice(0, 1 + shownItems).join('\r\n') + '\r\n';
  }
  return type.endsWith('json') ? short(JSON.parse(body)) : body;
}

/** The route that stands for all in the example of the examples: its own never changes. */
const docsRoute = 'GET /docs';

function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, shownItems).map(short);
  if (typeof value !== 'object' || value === null) return value;
  if ('openapi' in value) return { openapi: value.openapi };
  if ('asyncapi' in value) return { asyncapi: value.asyncapi };
  if (docsRoute in value) return { [docsRoute]: short(value[docsRoute]) };
  const fields = Object.entries(value).map(([name, field]): [string, unknown] => [
    name,
    name === 'secret' ? 'whsec_c2hvd24tdGhpcy1vbmNl' : short(field),
  ]);
  return Object.fromEntries(fields);
}

/** What is posted, and the responses: each finds the service as the one before has left it. */
async function writes({ chancery, subscriptionId }: EveryGet): Promise<[string, Examples][]> {
  const shown: [string, Examples][] = [];
  const send = async (name: string, path: string, requestBody?: unknown, headers = {}): Promise<void> => {
    const [method = ''] = name.split(' ');
    const body = requestBody === undefined ? {} : { body: requestBody };
    const reply = await chancery.send({ method, path, headers, ...body });
    if (reply.statusCode >= 300) throw new Error(`${name}: ${reply.body}`);
    const response = reply.body === '' ? {} : { 'application/json': short(JSON.parse(reply.body)) };
    shown.push([name, { ...(requestBody !== undefined && { requestBody }), ...response }]);
  };
  const call = { type: 'CallHeld', occurred: '2025-02-20', participants: [party('BGD'), party('PAK')] };
  await send('POST /streams/{category}/{id}/events', '/streams/relation/BGD-PAK/events', {
    ...call,
    summary: 'The foreign ministers speak on the telephone',
  });
  const commits = [{ stream: 'relation/BGD-PAK', expectedVersion: await versionOf(chancery), events: [{ ...call, occurred: '2025-02-24' }] }]; // prettier-ignore
  await send('POST /events', '/events', { commits });
  await send('POST /duplicates/resolutions', '/duplicates/resolutions', { decisions: [{ different: ['relation.BGD-PAK.1', 'relation.BGD-PAK.2'] }] }); // prettier-ignore
  const subscribed = {
    url: 'https://newsroom.example/chancery',
    filter: { dyads: ['BGD-PAK'], types: ['VisitConducted'] },
    description: 'press room',
  };
  await send('POST /subscriptions', '/subscriptions', subscribed, { 'idempotency-key': 'visits' });
  const subscription = `/subscriptions/${subscriptionId}`;
  await send('PATCH /subscriptions/{subscriptionId}', subscription, { state: 'paused' });
  await send('POST /subscriptions/{subscriptionId}/replay', `${subscription}/replay`, { from: 'beginning' });
  await send('POST /subscriptions/{subscriptionId}/rotate-secret', `${subscription}/rotate-secret`);
  await send('POST /subscriptions/{subscriptionId}/ping', `${subscription}/ping`);
  const supervised = `/supervision/subscriptions/analyst/${subscriptionId}`;
  await send('PATCH /supervision/subscriptions/{owner}/{subscriptionId}', supervised, { state: 'stopped' });
  await send('POST /quarantine/{consumer}/{item}/release', '/quarantine/publish/7/release');
  await send('POST /projections/{name}/rebuild', '/projections/timeline/rebuild');
  const decisions = await chancery.stores.registry.read();
  for (const generation of backgroundGenerations(chancery.stores, decisions))
    await consumeFeed(generation, chancery.stores);
  const { body } = await chancery.get('/projections');
  const timeline = (body.projections as { name: string; serving: string; builds: { id: string }[] }[]).find(
    ({ name }) => name === 'timeline',
  );
  const rebuilt = timeline?.builds.find(({ id }) => id !== timeline.serving)?.id;
  await send('POST /projections/{name}/promote', '/projections/timeline/promote', { build: rebuilt });
  await send('DELETE /projections/{name}/builds/{build}', `/projections/timeline/builds/${timeline?.serving}`);
  return shown;
}

const party = (code: string) => ({ party: code, role: 'participant' });

const versionOf = async (chancery: EveryGet['chancery']): Promise<number> =>
  Number((await chancery.stream('relation/BGD-PAK', { direction: 'backward', limit: '1' })).headers.ETag?.replaceAll('"', '')); // prettier-ignore
