import { isDeepStrictEqual } from 'node:util';
import type { oas32 } from 'zod-openapi';

/** A schema that is no boolean. */
type Schema = Exclude<oas32.SchemaObject, boolean>;
export type Schemas = Readonly<Record<string, Schema>>;

/** Schemas that share properties. */
export interface Family {
  /** The name of the schema that gets what all members share. */
  readonly envelope: string;
  readonly members: readonly string[];
  /** A property in few variants: members that have it alike usually share more. */
  readonly by?: string;
}

/**
 * Moves the properties that all schemas of a family share into one schema, the envelope, and what most of those share
 * that are alike in one more property into an envelope of their own, named by the first. Each schema then is an
 * envelope and its own properties; one that allows no other properties still allows none.
 */
export function withEnvelopes(schemas: Schemas, { envelope, members, by }: Family): Schemas {
  const wholes = members.map((name) => memberOf(schemas, name));
  const shared = alike(wholes, wholes.length);
  const rest = wholes.map((member) => ({ ...member, ...without(member, shared) }));
  const made: Record<string, Schema> = { [envelope]: objectOf(shared) };
  const own = new Map(rest.map((member) => [member.name, extending(envelope, member)]));
  for (const group of by === undefined ? [] : groupsOf(rest, by)) {
    const usual = alike(group, Math.floor(group.length / 2) + 1);
    const sharing = group.filter((one) => has(one, usual));
    const [first] = sharing;
    if (first === undefined) continue;
    const name = `Like${first.name}`;
    made[name] = extending(envelope, usual);
    for (const member of sharing) own.set(member.name, extending(name, { ...member, ...without(member, usual) }));
  }
  return { ...schemas, ...made, ...Object.fromEntries(own) };
}

interface Fields {
  readonly properties: Readonly<Record<string, oas32.SchemaObject | oas32.ReferenceObject>>;
  readonly required: readonly string[];
  /** Whether it allows no other properties. */
  readonly closed?: boolean;
}

type Member = Fields & { readonly name: string };

function memberOf(schemas: Schemas, name: string): Member {
  const { properties, required = [], additionalProperties } = schemas[name] ?? {};
  if (properties === undefined) throw new Error(`${name} is no schema of an object`);
  return { name, properties, required, closed: additionalProperties === false };
}

/** Returns the groups of several members that have a property alike. */
const groupsOf = (members: readonly Member[], by: string): Member[][] =>
  [...Map.groupBy(members, ({ properties }) => JSON.stringify(properties[by])).values()].filter(
    (group) => group.length > 1,
  );

/** Returns the properties that so many members have alike. */
function alike(members: readonly Fields[], atLeast: number): Fields {
  const entries = members.flatMap((member) => Object.keys(member.properties).map((name) => only(member, name)));
  const counted = Map.groupBy(entries, (one) => JSON.stringify(one));
  const frequent = [...counted.values()].flatMap((same) => (same.length >= atLeast ? same.slice(0, 1) : []));
  return {
    properties: Object.assign({}, ...frequent.map(({ properties }) => properties)) as Fields['properties'],
    required: frequent.flatMap(({ required }) => required),
  };
}

const only = (fields: Fields, name: string): Fields => picked(fields, (property) => property === name);
const without = (fields: Fields, others: Fields): Fields => picked(fields, (name) => !(name in others.properties));

const picked = ({ properties, required }: Fields, wanted: (name: string) => boolean): Fields => ({
  properties: Object.fromEntries(Object.entries(properties).filter(([name]) => wanted(name))),
  required: required.filter(wanted),
});

/** Whether a member has all of some properties, as they are. */
const has = (member: Fields, others: Fields): boolean =>
  isDeepStrictEqual(
    picked(member, (name) => name in others.properties),
    others,
  );

const objectOf = ({ properties, required }: Fields): Schema => ({
  type: 'object',
  properties,
  required: [...required],
});

/** The schema of what an envelope has, and of further fields. */
const extending = (envelope: string, fields: Fields): Schema => ({
  allOf: [{ $ref: `#/components/schemas/${envelope}` }, objectOf(fields)],
  ...(fields.closed === true && { unevaluatedProperties: false }),
});
