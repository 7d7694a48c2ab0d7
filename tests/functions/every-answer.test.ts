import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { invoke } from '#tests/support/service.ts';
import { query } from '#functions/query/query.ts';
import { queryResources } from '#shared/api/resources.ts';
import { everyGet, getRoutes } from '#tests/support/every-get.ts';
import { feedCursor } from '#shared/feed/feed-cursor.ts';
import examples from '#shared/api/openapi/examples.json' with { type: 'json' };
import { operations } from '#tests/support/operations.ts';
import { csvMediaType, ndjsonMediaType } from '#shared/api/protocol/record-media-types.ts';

let service: Awaited<ReturnType<typeof everyGet>>;
beforeAll(async () => {
  service = await everyGet();
});

const contentOf = (name: string): Readonly<Record<string, z.ZodType>> =>
  operations[name]?.responses[200]?.content ?? {};
/** A file of the renderer has the media type of its kind, which nothing describes. */
const described = getRoutes.filter((name) => Object.keys(contentOf(name)).length > 0);
const offers = described.map((name) => [name, Object.keys(contentOf(name))] as const);
const isCsv = (types: readonly string[]): boolean => types.includes(csvMediaType);
const isList = (name: string): boolean => {
  const shape = contentOf(name)['application/json'];
  return shape instanceof z.ZodObject && 'items' in shape.shape;
};

const shownBy: Readonly<Record<string, Readonly<Record<string, unknown>>>> = examples;

const parameterNames = (name: string): string[] => {
  const asked: unknown = operations[name]?.request.query;
  const fields = asked instanceof z.ZodPipe ? asked.in : asked;
  return fields instanceof z.ZodObject ? Object.keys(fields.shape) : [];
};

/** Answers that no read model gives: they are what is there at the moment. */
const momentary =
  /^GET \/(events|projections|quarantine|(supervision\/)?subscriptions.*|health.*|openapi(-examples)?\.json|asyncapi\.json|docs.*)$/;
const ofReadModels = getRoutes.filter((name) => !momentary.test(name));

describe('what a GET answers', () => {
  it.each(offers)('is described, with an example that is what the description says: %s', async (name, types) => {
    const shown = types.filter((type) => type === types[0] || type === csvMediaType);
    for (const type of shown) {
      const example = shownBy[name]?.[type];
      expect(example).toBeDefined();
      expect(contentOf(name)[type]?.safeParse(example).error?.issues ?? []).toEqual([]);
    }
    const { statusCode, headers, body } = await service.get(name);
    expect([statusCode, headers['Content-Type']]).toEqual([200, expect.stringContaining(types[0] ?? '')]);
    const read: unknown = types[0] === 'application/json' ? JSON.parse(body) : body;
    expect(contentOf(name)[types[0] ?? '']?.safeParse(read).error?.issues ?? []).toEqual([]);
  });

  it.each(getRoutes)('is tagged, and not sent again to whoever has it: %s', async (name) => {
    const { statusCode, headers } = await service.get(name);
    expect([statusCode, headers.ETag]).toEqual([200, expect.stringMatching(/^(W\/)?"[\w-]+"$/)]);
    const again = await service.get(name, { headers: { 'if-none-match': headers.ETag ?? '' } });
    expect(again).toMatchObject({ statusCode: 304, headers: { ETag: headers.ETag }, body: '' });
  });

  it.each(offers)('comes as each of what it may be, and as nothing else: %s as %j', async (name, types) => {
    for (const accept of types) {
      const { statusCode, headers } = await service.get(name, { headers: { accept } });
      expect([statusCode, headers['Content-Type']]).toEqual([200, expect.stringMatching(new RegExp(`^${accept.replace('+', '\\+')}`))]); // prettier-ignore
    }
    for (const accept of ['image/png', ...(isCsv(types) ? [] : [csvMediaType])]) {
      const { statusCode, body } = await service.get(name, { headers: { accept } });
      const problem = JSON.parse(body) as { type: string; detail: string };
      expect([statusCode, problem.type]).toEqual([406, 'urn:chancery:problem:not-acceptable']);
      for (const type of types) expect(problem.detail).toContain(type);
    }
    expect((await service.get(name, { headers: { accept: 'image/png, */*;q=0.1' } })).statusCode).toBe(200);
  });
});

describe('a list', () => {
  const lists = described.filter(isList);

  it('is what most GET routes answer', () => {
    expect(lists.length).toBeGreaterThan(15);
    expect(lists).toEqual(
      expect.arrayContaining(['GET /events', 'GET /events/{eventId}/history', 'GET /subscriptions']),
    );
  });

  it.each(lists)('comes as NDJSON with the items of its JSON, a line for each: %s', async (name) => {
    const { items } = JSON.parse((await service.get(name)).body) as { items: unknown[] };
    const { headers, body } = await service.get(name, { headers: { accept: ndjsonMediaType } });
    expect(headers['Content-Type']).toBe(ndjsonMediaType);
    const lines = body.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(items);
  });

  it.each(lists)(
    'comes as CSV with a row of headings, and in pages that its cursors lead through: %s',
    async (name) => {
      expect(isCsv(Object.keys(contentOf(name)))).toBe(true);
      const { body } = await service.get(name, { headers: { accept: csvMediaType } });
      expect(body).toMatch(/^\w+(,\w+)+\r\n/);
      const takesAll = name === 'GET /topics/{topic}/trend'; // as many months as it may be asked for are one page
      if (takesAll) return;
      expect(parameterNames(name)).toEqual(expect.arrayContaining(['limit']));
      const { headers, body: page } = await service.get(name, { query: { limit: '1' } });
      const { next } = JSON.parse(page) as { next: string | null };
      expect(headers.Link === undefined).toBe(next === null);
    },
  );
});

describe('a read model', () => {
  it.each(Object.keys(queryResources))('reads only the projections that its resource names: %s', async (name) => {
    const { querying } = service.chancery;
    const read = new Set<string>();
    const note = (partition: string) => read.add(partition.replace(/@.*$/s, ''));
    const readModels: typeof querying.readModels = {
      ...querying.readModels,
      load: async (keys) => {
        for (const { partition } of keys) note(partition);
        return querying.readModels.load(keys);
      },
      whole: (partitions, range) => {
        partitions.forEach(note);
        return querying.readModels.whole(partitions, range);
      },
      rows: (range) => {
        note(range.partition);
        return querying.readModels.rows(range);
      },
    };
    const observed = query({ ...querying, readModels });
    const asOf = parameterNames(name).includes('asOf') ? [{}, { asOf: '2025-03-01T12:00:01Z' }] : [{}];
    for (const at of asOf) {
      const view: Record<string, string> = name === 'GET /events/{eventId}' ? { view: 'corrected' } : {};
      const { statusCode } = await invoke(observed, service.request(name, { query: { ...at, ...view } }));
      expect(statusCode).toBe(200);
    }
    const named: readonly { readonly name: string }[] = new Map(Object.entries(queryResources)).get(name)?.reads ?? [];
    expect([...read].filter((one) => !named.some((projection) => projection.name === one))).toEqual([]);
    expect(read.size).toBeGreaterThan(0);
  });

  it.each(ofReadModels)('waits for what a cursor names, and says when that has not come: %s', async (name) => {
    expect(parameterNames(name)).toContain('atLeast');
    const ask = async (atLeast: string) => service.get(name, { query: { atLeast }, headers: { prefer: 'wait=0' } });
    const here = await service.chancery.feed({ limit: '1' });
    expect((await ask(String(here.body.next))).statusCode).toBe(200);
    const beyond = feedCursor(service.chancery.querying.cursors, 1000);
    const { statusCode, body } = await ask(beyond);
    expect([statusCode, body]).toEqual([503, expect.stringContaining('urn:chancery:problem:projection-lagging')]);
  });

  /**
   * A stream is a record, which is the same at any time; changes are told with their times, a diff at two; publishers
   * are counted, and duplicates suspected, as known now.
   */
  const timeless = [
    'GET /streams/{category}/{id}/events',
    'GET /changes',
    'GET /relations/{dyad}/diff',
    'GET /sources',
    'GET /duplicates',
  ];
  it.each(ofReadModels.filter((name) => !timeless.includes(name)))(
    'tells what was known at an instant: %s',
    async (name) => {
      expect(parameterNames(name)).toContain('asOf');
      const view: Record<string, string> = name === 'GET /events/{eventId}' ? { view: 'corrected' } : {};
      expect((await service.get(name, { query: { asOf: '2025-03-01T12:00:01Z', ...view } })).statusCode).toBe(200);
    },
  );
});
