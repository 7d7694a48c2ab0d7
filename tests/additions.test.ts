import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The folders and files without which nothing runs. */
const sources = ['functions', 'infra', 'shared', 'tests/support', 'package.json'];

/** A line that CONTRIBUTING asks for: in which file, and after which one it stands. */
interface Line {
  readonly file: string;
  readonly after: string;
  readonly line: string;
}

/** A type without a lifecycle: its row, and its fields. */
const eventType: readonly Line[] = [
  {
    file: 'shared/domain/events/event-types.ts',
    after: 'export const eventTypes = {',
    line: `  DelegationsExchanged: added(relation, cooperating),`,
  },
  {
    file: 'shared/domain/events/new-event.ts',
    after: 'const diplomaticEvents = [',
    line: `  eventSchema('DelegationsExchanged', { plannedFor }),`,
  },
];

const folder = 'shared/read-models/venues';

/** The files of a read model "where did these two meet?". */
const readModel: Readonly<Record<string, string>> = {
  [`${folder}/projection.ts`]: `
import { daySort } from '#shared/projections/engine/day-index.ts';
import { asOfRows } from '#shared/projections/engine/as-of-rows.ts';

export const venues = asOfRows<{ readonly country: string }>({
  name: 'venues',
  version: 1,
  places: (event) =>
    event.place?.country === undefined ? [] : [{ partition: event.stream, sort: daySort('2025-01-01', event.position) }],
  entry: (event) => ({ country: event.place?.country ?? '' }),
});
`,
  [`${folder}/query.ts`]: `
import { knownIn } from '#shared/projections/engine/as-of-rows.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { venues } from './projection.ts';

export async function readVenues(store: RowReader, dyad: string, limit: number) {
  const found: { country: string }[] = [];
  for await (const { entry } of knownIn(store, venues, { partition: \`relation/\${dyad}\`, order: 'ascending' })) {
    if (entry !== null) found.push(entry);
    if (found.length === limit) break;
  }
  return found;
}
`,
  [`${folder}/resource.ts`]: `
import * as z from 'zod';
import { PageLimit, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { venues } from './projection.ts';
import { readVenues } from './query.ts';

const contract = () => ({
  path: z.object({ dyad: z.string() }),
  headers: ReadHeaders,
  query: z.strictObject({ ...readParameters, limit: PageLimit }),
});
export const listVenues = queryResource([venues], contract, async ({ path, query, readModels, request }) => {
  const items = await readVenues(readModels, path.dyad, query.limit);
  return listReply(request, { items, next: null }, { file: 'venues', columns: { country: (row) => row.country } });
});
export const listVenuesOperation = (): Operation => ({
  summary: 'Where two parties met',
  request: contract(),
  responses: listOf('The venues', z.object({ country: z.string() })),
  problems: ['invalid-request', 'projection-lagging'],
});
`,
};

/** Its lines in the registries: of projections, and of routes. */
const registered: readonly Line[] = [
  {
    file: 'shared/read-models/all-projections.ts',
    after: `import { visitDays } from './visits/projection.ts';`,
    line: `import { venues } from './venues/projection.ts';`,
  },
  { file: 'shared/read-models/all-projections.ts', after: '    eventRows,', line: '    venues,' },
  {
    file: 'shared/projections/generations/projections-in-code.ts',
    after: 'export const projectionsInCode: readonly string[] = [',
    line: `  'venues@1',`,
  },
  {
    file: 'shared/api/routes.ts',
    after: `  'GET /contacts/{quarter}': query,`,
    line: `  'GET /venues/{dyad}': query,`,
  },
  {
    file: 'shared/api/resources.ts',
    after: `import * as contacts from '#shared/read-models/contacts/resource.ts';`,
    line: `import * as venues from '#shared/read-models/venues/resource.ts';`,
  },
  {
    file: 'shared/api/resources.ts',
    after: `  'GET /contacts/{quarter}': contacts.readContacts,`,
    line: `  'GET /venues/{dyad}': venues.listVenues,`,
  },
  {
    file: 'shared/api/resources.ts',
    after: `  'GET /contacts/{quarter}': contacts.readContactsOperation,`,
    line: `  'GET /venues/{dyad}': venues.listVenuesOperation,`,
  },
];

/** Records an event of the new type, and asks the new read model about it. */
const driver = `
import { openApiDocument } from '#shared/api/openapi/openapi.ts';
import { service } from '#tests/support/service.ts';
const chancery = service();
const parties = ['BGD', 'PAK'].map((party) => ({ party, role: 'participant' }));
const event = { type: 'DelegationsExchanged', occurred: '2025-01-14', participants: parties, place: { country: 'FJI' } };
const posted = await chancery.post('relation/BGD-PAK', event);
const refused = await chancery.post('relation/BGD-PAK', { ...event, participants: [] });
await chancery.catchUp();
const venues = await chancery.get('/venues/BGD-PAK');
const timeline = await chancery.timeline('BGD-PAK');
const described = Object.keys(openApiDocument().paths ?? {}).includes('/venues/{dyad}');
const types = timeline.body.items.map(({ type }) => type);
console.log(JSON.stringify({ statuses: [posted, refused, venues].map(({ status }) => status), venues: venues.body.items, types, described }));
`;

describe('a copy of the project', () => {
  const copy = mkdtempSync(join(tmpdir(), 'chancery-additions-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  beforeAll(() => {
    for (const source of sources) cpSync(join(root, source), join(copy, source), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, after, line } of [...eventType, ...registered]) {
      const path = join(copy, file);
      const code = readFileSync(path, 'utf8');
      if (!code.includes(`${after}\n`)) throw new Error(`${file} has no line "${after}"`);
      writeFileSync(
        path,
        code.replace(`${after}\n`, () => `${after}\n${line}\n`),
      );
    }
    for (const [file, code] of Object.entries(readModel)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), code);
    }
    writeFileSync(join(copy, 'driver.ts'), driver);
  });

  it('has a new event type after two files, and a new read model with its route after three files of its own and four lines', () => {
    const filesOf = (lines: readonly Line[]) => new Set(lines.map(({ file }) => file)).size;
    expect([filesOf(eventType), Object.keys(readModel).length, filesOf(registered)]).toEqual([2, 3, 4]);
    const output = execFileSync(process.execPath, [join(copy, 'driver.ts')], { encoding: 'utf8', cwd: copy });
    expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).toEqual({
      statuses: [201, 400, 200],
      venues: [{ country: 'FJI' }],
      types: ['DelegationsExchanged'],
      described: true,
    });
  });
});
