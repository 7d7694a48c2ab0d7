import type * as z from 'zod';
import type { oas32, ZodOpenApiOverride } from 'zod-openapi';
import { corrections } from '#shared/domain/corrections/correction.ts';
import { nameAsRead } from '#shared/api/protocol/event-as-read.ts';
import { diplomaticEvents } from '#shared/domain/events/new-event.ts';
import { type Family, type Schemas, withEnvelopes } from './envelopes.ts';
import { withSharedParameters } from './shared-parameters.ts';

/** Returns a document that says what recurs once, and refers to it. */
export function compacted(document: oas32.OpenAPIObject): oas32.OpenAPIObject {
  const { components, ...rest } = withPlainReferences(document);
  const described = (components?.schemas ?? {}) as Schemas; // a schema of a component is never a boolean
  const schemas = families.reduce(withEnvelopes, described);
  return withSharedParameters({ ...rest, components: { ...components, schemas } });
}

/**
 * Leaves out of a schema the long pattern of a day or an instant, whose format says the same, the type of a
 * constant, in responses the bounds of every integer in JavaScript, and the mapping of a discriminator: each of its
 * values is the name of a schema. An object of a response may have further fields, which clients ignore: a new field
 * is no breaking change.
 */
export const withoutRepetition: ZodOpenApiOverride = ({ jsonSchema, zodSchema, io }) => {
  const { def } = zodSchema._zod;
  const isOpen = def.type === 'object' && (def as z.core.$ZodObjectDef).catchall === undefined;
  if (io === 'output' && isOpen) delete jsonSchema.additionalProperties;
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (io === 'output' && jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (io === 'output' && jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.const !== undefined) delete jsonSchema.type;
  if (jsonSchema.discriminator) jsonSchema.discriminator = { propertyName: 'type' };
};

const typesOf = (rows: readonly { readonly type: string }[]): string[] => rows.map(({ type }) => type);

/** The schemas that share many properties. Events share more when the same rule says who takes part. */
const families: readonly Family[] = [
  { envelope: 'EventEnvelope', members: typesOf(diplomaticEvents), by: 'participants' },
  { envelope: 'RecordedEventEnvelope', members: [...new Set(typesOf(diplomaticEvents).map(nameAsRead))] },
  { envelope: 'CorrectionEnvelope', members: typesOf(corrections) },
  { envelope: 'RecordedCorrectionEnvelope', members: typesOf(corrections).map(nameAsRead) },
];

/**
 * Leaves out what a reference to a schema repeats of it, and what the schema of a header repeats of that; what either
 * describes otherwise stays.
 */
const withPlainReferences = (document: oas32.OpenAPIObject): oas32.OpenAPIObject =>
  JSON.parse(JSON.stringify(document), (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null) return part;
    if ('$ref' in part) return { $ref: part.$ref, ...('description' in part && { description: part.description }) };
    if (!('schema' in part && 'description' in part)) return part;
    const { description, ...schema } = part.schema as { readonly description?: unknown };
    return description === part.description ? { ...part, schema } : part;
  }) as oas32.OpenAPIObject;
