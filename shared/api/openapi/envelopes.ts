import { isDeepStrictEqual } from 'node:util';
import type { oas32 } from 'zod-openapi';

/** A schema that is no boolean. */
type Schema = Exclude<oas32.SchemaObject, boolean>;
export type Schemas = Readonly<Record<string, Schema>>;

/**
 * Moves the properties that all schemas of a family share into one schema, the envelope; each then is the envelope and its own
 * properties. A schema that allows no other properties still allows none.
 */
export function withEnvelope(schemas: Schemas, envelope: string, family: readonly string[]): Schemas {
  const members = family.map((name) => memberOf(schemas, name));
  const [first] = members;
  if (first === undefined) throw new Error(`No schemas share the envelope ${envelope}`);
  const isShared = (property: string): boolean =>
    members.every(
      ({ properties, required }) =>
        isDeepStrictEqual(properties[property], first.properties[property]) &&
        required.includes(property) === first.required.includes(property),
    );
  const shared = Object.keys(first.properties).filter(isShared);
  const reference = { $ref: `#/components/schemas/${envelope}` };
  const own = members.map(({ name, closed, ...fields }) => [
    name,
    {
      allOf: [reference, part(fields, (property) => !shared.includes(property))],
      ...(closed && { unevaluatedProperties: false }),
    },
  ]);
  return { ...schemas, ...Object.fromEntries(own), [envelope]: part(first, (property) => shared.includes(property)) };
}

interface Fields {
  readonly properties: Readonly<Record<string, oas32.SchemaObject | oas32.ReferenceObject>>;
  readonly required: readonly string[];
}

function memberOf(schemas: Schemas, name: string): Fields & { readonly name: string; readonly closed: boolean } {
  const { properties, required = [], additionalProperties } = schemas[name] ?? {};
  if (properties === undefined) throw new Error(`${name} is no schema of an object`);
  return { name, properties, required, closed: additionalProperties === false };
}

const part = ({ properties, required }: Fields, has: (property: string) => boolean): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(properties).filter(([property]) => has(property))),
  required: required.filter(has),
});
