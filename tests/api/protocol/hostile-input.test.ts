import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { signedCursors, InvalidCursor } from '#shared/cursor.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { explained } from '#shared/domain/events/explained.ts';
import { violationsOf } from '#shared/api/protocol/violations-of.ts';
import { routes } from '#shared/api/routes.ts';
import { importMapFrom, MapInvalid } from '#shared/client/imports/import-map.ts';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { clientMessageFrom } from '#shared/subscriptions/sockets/client-message.ts';
import { HttpProblem } from '#shared/api/protocol/problem.ts';
import { violationOfUrl } from '#shared/subscriptions/webhooks/webhook-url.ts';
import { everyGet } from '#tests/support/every-get.ts';
import { fullEvents } from '#tests/support/full-events.ts';
import { everywhere, hostileText, knownTexts, nearly } from '#tests/support/hostile-input.ts';
import { operations } from '#tests/support/operations.ts';

const numRuns = 10;
/** Milliseconds of a processor that all cases of this file may take together. */
const mostMs = 10_000;
const cpuMs = () => process.cpuUsage().user / 1000;
const began = cpuMs();

const urn = 'urn:chancery:problem:';
const problemIn = (body: string): string => String((JSON.parse(body) as { readonly type?: unknown }).type);

const filter = {
  types: ['MeetingHeld', 'EventRetracted'],
  parties: { any: ['BGD'], all: ['PAK'] },
  dyads: ['BGD-PAK'],
  topics: ['defence-ties'],
  quadClasses: ['verbal-cooperation'],
  modality: ['held'],
  minCredibility: 3,
  q: 'hasina "joint statement"',
};

/** Parses, and counts the violations as a response describes them. */
function describesAll(schema: z.ZodType, value: unknown): number {
  const { error } = schema.safeParse(value, { error: explained });
  return error === undefined ? 0 : violationsOf(error, 'body').length;
}

/** Runs, and takes no error but one of a kind. */
const throwsOnly = (kind: abstract new (...args: never[]) => Error, run: () => unknown): void => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
  }
};

describe('no validator throws', () => {
  it('whose samples are valid before they are changed', () => {
    for (const event of fullEvents) expect(NewEvent.safeParse(event).error?.issues ?? []).toEqual([]);
    expect(Filter.safeParse(filter).success).toBe(true);
  });

  it.each(fullEvents.map((event) => [String(event.type), event] as const))('on %s', (_, event) => {
    fc.assert(
      fc.property(nearly([event]), (value) => describesAll(NewEvent, value) >= 0),
      { numRuns: 2 * numRuns },
    );
  });

  it('on what is known to hurt, in every place of an event, a correction, a filter', () => {
    const tried: number[] = [];
    const places = Object.assign({}, ...fullEvents.filter(({ of }) => of === undefined).toReversed()) as object;
    const corrected = fullEvents.filter(({ of }) => of !== undefined);
    const ofEvents = [places, ...corrected].map((event) => [NewEvent, event] as const);
    for (const [schema, valid] of [...ofEvents, [Filter, filter] as const])
      for (const value of everywhere(valid)) tried.push(describesAll(schema, value));
    expect(Math.max(...tried)).toBeGreaterThan(0);
  });

  it('on what is known to hurt, in every parameter of every route', () => {
    const tried: number[] = [];
    for (const { request } of Object.values(operations)) {
      for (const part of [request?.path, request?.query, request?.headers]) {
        const names = part instanceof z.ZodObject ? Object.keys(part.shape) : [];
        for (const name of names)
          for (const text of knownTexts) tried.push(describesAll(part ?? z.never(), { [name]: text }));
      }
    }
    expect(Math.max(...tried)).toBeGreaterThan(0);
  });

  it('on filters', () => {
    fc.assert(
      fc.property(nearly([filter]), (value) => describesAll(Filter, value) >= 0),
      { numRuns: 8 * numRuns },
    );
  });

  it('on messages of sockets, as JSON and as any text', () => {
    const messages = [{ action: 'subscribe', id: 'a', filter, after: 'beginning' }, { action: 'ping', id: 'a' }, { action: 'unsubscribe', id: 'a' }]; // prettier-ignore
    const bodies = fc.oneof(
      nearly(messages).map((value) => JSON.stringify(value) ?? ''),
      hostileText,
    );
    const parse = (body: string) => throwsOnly(HttpProblem, () => clientMessageFrom(body));
    fc.assert(fc.property(bodies, parse), { numRuns: 8 * numRuns });
  });

  it('on cursors and addresses of receivers', () => {
    const cursors = signedCursors(() => ['key']);
    const check = (text: string) => {
      throwsOnly(InvalidCursor, () => cursors.verify('list', text));
      for (const loopback of ['allowed', 'refused'] as const) violationOfUrl(text, loopback);
      violationOfUrl(`https://${text}`, 'refused');
    };
    fc.assert(fc.property(hostileText, check), { numRuns: 16 * numRuns });
  });

  it('on maps of imports', () => {
    const actor = { party: [{ column: 'a', list: 'iso2', pattern: '(..)' }], sector: { column: 's', codes: { G: 'GOV' } } }; // prettier-ignore
    const map = { source: 'mine', title: 'Mine', file: { separator: 'comma' }, id: 'id', occurred: { column: 'd' }, actors: { source: actor, target: actor }, names: { Burma: 'MMR' }, code: { column: 'c' } }; // prettier-ignore
    const texts = fc.oneof(
      nearly([map]).map((value) => JSON.stringify(value) ?? ''),
      hostileText,
    );
    const read = (text: string) => throwsOnly(MapInvalid, () => importMapFrom(text, 'map.yaml'));
    fc.assert(fc.property(texts, read), { numRuns: 4 * numRuns });
  });
});

describe('no request fails', () => {
  let everything: Awaited<ReturnType<typeof everyGet>>;
  beforeAll(async () => {
    everything = await everyGet();
  });

  const url = 'https://newsroom.example/chancery';
  const commits = fullEvents.slice(0, 3).map((event) => ({ stream: 'relation/BGD-PAK', expectedVersion: 0, events: [event] })); // prettier-ignore
  const bodies: Readonly<Record<string, readonly unknown[]>> = {
    'POST /events': [{ commits }],
    'POST /streams/{category}/{id}/events': [...fullEvents, fullEvents.slice(0, 3)],
    'POST /subscriptions': [{ url, filter, from: 'now', description: 'News' }],
    'PATCH /subscriptions/{subscriptionId}': [{ url, filter, state: 'paused', description: 'News' }],
    'POST /subscriptions/{subscriptionId}/replay': [{ from: 'beginning' }, { from: { after: 'x' } }, { from: { time: '2025-01-01T00:00:00Z' } }], // prettier-ignore
    'PATCH /supervision/subscriptions/{owner}/{subscriptionId}': [{ state: 'paused', reason: 'Too many' }],
  };

  const headerNames = ['accept', 'prefer', 'if-none-match', 'if-match', 'idempotency-key', 'x-correlation-id', 'content-type']; // prettier-ignore
  /** A number of seconds is waited for in real time: none is given. */
  const waitsNot = (name: string, value: string) => !/wait/i.test(name + value) || !(Number(value) > 0);
  const dictionary = (names: readonly string[]): fc.Arbitrary<Record<string, string>> =>
    fc
      .array(fc.tuple(fc.oneof({ weight: 6, arbitrary: fc.constantFrom('', ...names) }, hostileText), hostileText), {
        maxLength: 3,
      })
      .map((pairs) => Object.fromEntries(pairs.filter(([name, value]) => waitsNot(name, value))));

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('of %s', async (name, route) => {
    const query = operations[name]?.request?.query;
    const names = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
    const parameters = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
    const cases = fc.record({
      query: dictionary(names),
      headers: dictionary(headerNames),
      about: fc.oneof(fc.constant<Record<string, string>>({}), dictionary(parameters)),
      body: bodies[name] === undefined ? fc.constant(undefined) : fc.oneof(nearly(bodies[name]), hostileText),
    });
    const ask = fc.asyncProperty(cases, async ({ query: asked, headers, about, body }) => {
      const encoded = Object.entries(about).map(([key, value]) => [key, encodeURIComponent(value.toWellFormed())]);
      const request = everything.request(name, { query: asked, headers, parameters: Object.fromEntries(encoded) });
      const given = { ...request, headers: { prefer: 'wait=0', ...request.headers } };
      const { statusCode, body: replied } = await everything.chancery.send({ method: route.method, ...given, body });
      const isFine = statusCode < 400 || (statusCode < 500 && problemIn(replied).startsWith(urn));
      const isLate = statusCode === 503 && problemIn(replied) === `${urn}projection-lagging`;
      expect({ statusCode, replied, ok: isFine || isLate }).toMatchObject({ ok: true });
    });
    // The documents are composed at each request, and have no parameters.
    await fc.assert(ask, { numRuns: route.function === 'describe-api' ? 2 : numRuns });
  });
});

it('takes seconds, not minutes', () => {
  expect(cpuMs() - began).toBeLessThan(mostMs);
});
