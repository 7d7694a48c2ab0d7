import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { eventSchemas } from '#shared/domain/events/new-event.ts';
import examples from '#shared/api/openapi/examples.json' with { type: 'json' };
import { openApiDocument } from '#shared/api/openapi/openapi.ts';
import { operations } from '#tests/support/operations.ts';
import { problems } from '#shared/api/protocol/problem.ts';
import { routes } from '#shared/api/routes.ts';

const Described = z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional() });
const Answer = z.looseObject({ description: z.string(), content: z.record(z.string(), z.unknown()).optional() });
const Reference = z.object({ $ref: z.string() });
const Parameter = z.union([Reference, Described]);
const Response = z.union([Reference, Answer]);
const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(Parameter).optional(),
  responses: z.record(z.string(), Response),
});
const Document = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  components: z.looseObject({
    schemas: z.record(z.string(), z.unknown()),
    parameters: z.record(z.string(), Described),
    responses: z.record(z.string(), Answer),
    headers: z.record(z.string(), z.unknown()),
  }),
});

const Schema = z.looseObject({
  $ref: z.string().optional(),
  additionalProperties: z.unknown().optional(),
  properties: z
    .looseObject({
      type: z.looseObject({ const: z.string().optional(), enum: z.array(z.string()).optional() }).optional(),
    })
    .optional(),
  get anyOf() {
    return z.array(Schema).optional();
  },
  get oneOf() {
    return z.array(Schema).optional();
  },
  get allOf() {
    return z.array(Schema).optional();
  },
});
type Schema = z.output<typeof Schema>;

const json = JSON.stringify(openApiDocument());
const document = Document.parse(JSON.parse(json));
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
);
/** What a reference leads to, and what is none itself. */
const nameIn = (reference: string): string => reference.split('/').at(-1) ?? '';
const resolvedParameter = (one: z.output<typeof Parameter>) =>
  '$ref' in one ? Described.parse(document.components.parameters[nameIn(String(one.$ref))]) : one;
const resolvedResponse = (one: z.output<typeof Response>) =>
  '$ref' in one ? Answer.parse(document.components.responses[nameIn(String(one.$ref))]) : one;
const shownBy: Readonly<Record<string, Readonly<Record<string, unknown>>>> = examples;
const routeNames = routes.map(({ method, path }) => `${method} ${path}`);

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(await new Validator().validate(JSON.parse(json))).toEqual({ valid: true });
  });

  it('describes every route, and nothing else', () => {
    expect(described.map(({ name }) => name).toSorted()).toEqual(routeNames.toSorted());
  });

  it('has at most 250 KB, so that generators and people can load it', () => {
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(250_000);
  });

  it('groups the operations by tags that it describes', () => {
    const tags = described.flatMap(({ operation }) => operation.tags);
    expect(tags).toHaveLength(described.length);
    expect([...new Set(tags)].toSorted()).toEqual(document.tags.map(({ name }) => name).toSorted());
  });

  it('names an operation by its method and path, as long as these last', () => {
    const idOf = (name: string) => described.find((one) => one.name === name)?.operation.operationId;
    expect(idOf('GET /relations/{dyad}/timeline')).toBe('getRelationsDyadTimeline');
    expect(idOf('POST /streams/{category}/{id}/events')).toBe('postStreamsCategoryIdEvents');
    expect(idOf('GET /openapi.json')).toBe('getOpenapiJson');
  });

  it.each(described)('tells of what may happen on every route: $name', ({ operation }) => {
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['429', '431', '500', '503']));
  });

  it('names each operation once', () => {
    const ids = described.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(described)('asks for the scope that the gateway asks for: $name', ({ name, operation }) => {
    const scope = routes.find(({ method, path }) => `${method} ${path}` === name)?.scope;
    expect(operation.security ?? document.security).toEqual(scope === undefined ? [] : [{ token: [scope] }]);
  });

  it.each(described)('has just the parameters that are in the path: $name', ({ path, operation }) => {
    const inPath = (operation.parameters ?? []).map(resolvedParameter).filter((parameter) => parameter.in === 'path');
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  });

  it.each(described)('tells of a success, and of every refusal as problem details: $name', ({ operation }) => {
    const refusals = Object.entries(operation.responses).filter(([status]) => status >= '400');
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    for (const [status, refusal] of refusals) {
      const ofGateway = ['401', '403', '413', '429', '500', '503'].includes(status) ? ['application/json'] : [];
      const types = status === '431' ? [] : ['application/problem+json', ...ofGateway];
      expect(Object.keys(resolvedResponse(refusal).content ?? {})).toEqual(types);
    }
  });

  it.each(routeNames)('shows by example what is sent and what is answered, as the schemas have it: %s', (name) => {
    const shown = shownBy[name] ?? {};
    const { request, responses } = operations[name] ?? { request: {}, responses: {} };
    const bodies = request.body === undefined ? [] : [['requestBody', request.body] as const];
    const answers = Object.values(responses).flatMap(({ content = {} }) => Object.entries(content).slice(0, 1));
    for (const [place, schema] of [...bodies, ...answers]) {
      expect(shown).toHaveProperty([place]);
      expect(schema.safeParse(shown[place]).error?.issues ?? []).toEqual([]);
    }
  });

  it('leads every reference to something', () => {
    const references = [...json.matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference);
    const targets = Object.entries(document.components).flatMap(([kind, parts]) =>
      Object.keys(z.record(z.string(), z.unknown()).parse(parts)).map((name) => `#/components/${kind}/${name}`),
    );
    expect(references.length).toBeGreaterThan(0);
    expect(targets).toEqual(expect.arrayContaining([...new Set(references)]));
  });

  it('forbids in no part of a whole what another part asks for', () => {
    const schemas = z.record(z.string(), Schema).parse(document.components.schemas);
    const closed = (schema: Schema): boolean => {
      const { $ref, anyOf = [], allOf = [], additionalProperties } = schema;
      const named = $ref === undefined ? undefined : schemas[$ref.replace('#/components/schemas/', '')];
      return additionalProperties === false || [...(named ? [named] : []), ...anyOf, ...allOf].some(closed);
    };
    const wholes = Object.entries(schemas).filter(([, { allOf }]) => allOf !== undefined);
    expect(wholes.map(([name]) => name)).toEqual(
      expect.arrayContaining(['MeetingHeld', 'TalksHeldAsRead', 'TalksHeldOnTimeline']),
    );
    expect(wholes.filter(([, { allOf = [] }]) => allOf.some(closed)).map(([name]) => name)).toEqual([]);
  });

  it('tells of problems that exist, each under its status', () => {
    const told = described.flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        [...resolvedResponse(response).description.matchAll(/urn:chancery:problem:([\w-]+)/g)].map(
          ([, name]) => `${name}: ${status}`,
        ),
      ),
    );
    const existing = Object.entries(problems).map(([name, { status }]) => `${name}: ${status}`);
    expect(told.length).toBeGreaterThan(0);
    expect(existing).toEqual(expect.arrayContaining([...new Set(told)]));
  });

  it('describes every type of event and of correction once, as it is posted and as it is read', () => {
    const types = eventSchemas()
      .map(({ shape }) => shape.type.value)
      .toSorted();
    for (const union of ['NewEvent', 'EventAsRead']) expect([union, typesIn(union)]).toEqual([union, types]);
    const corrections = Object.keys(correctionTypes);
    expect(typesIn('TimelineEntry')).toEqual(types.filter((type) => !corrections.includes(type)));
  });
});

/** The values of `type` that the schemas of a union have. */
function typesIn(union: string): string[] {
  const schemas = z.record(z.string(), Schema).parse(document.components.schemas);
  const typesOf = ({ $ref, properties, anyOf = [], oneOf = [], allOf = [] }: Schema): string[] => [
    ...(properties?.type?.const === undefined ? [] : [properties.type.const]),
    ...(properties?.type?.enum ?? []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap(typesOf),
    ...($ref === undefined ? [] : typesOf(schemas[nameIn($ref)] ?? {})),
  ];
  return typesOf(schemas[union] ?? {}).toSorted();
}
