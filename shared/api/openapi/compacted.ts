import type { oas32, ZodOpenApiOverride } from 'zod-openapi';
import { corrections } from '#shared/domain/corrections/correction.ts';
import { diplomaticEvents } from '#shared/domain/events/new-event.ts';
import { type Schemas, withEnvelope } from './envelopes.ts';
import { withSharedParameters } from './shared-parameters.ts';

/** Returns a document that says what recurs once, and refers to it. */
export function compacted(document: oas32.OpenAPIObject): oas32.OpenAPIObject {
  const { components, ...rest } = withPlainReferences(document);
  const schemas = families.reduce(
    (reduced, [envelope, types]) => withEnvelope(reduced, envelope, types),
    (components?.schemas ?? {}) as Schemas, // a schema of a component is never a boolean
  );
  return withSharedParameters({ ...rest, components: { ...components, schemas } });
}

/**
 * Leaves out of a schema the long pattern of a day or an instant, whose format says the same, and the mapping of a discriminator: each of its
 * values is the name of a schema.
 */
export const withoutRepetition: ZodOpenApiOverride = ({ jsonSchema }) => {
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.discriminator) jsonSchema.discriminator = { propertyName: 'type' };
};

const typesOf = (schemas: readonly { readonly shape: { readonly type: { readonly value: string } } }[]): string[] =>
  schemas.map(({ shape }) => shape.type.value);
const asRead = (type: string): string => `${type}AsRead`;

/** The schemas that share many properties, by the name of what they share. */
const families: readonly (readonly [string, readonly string[]])[] = [
  ['EventEnvelope', typesOf(diplomaticEvents)],
  ['RecordedEventEnvelope', typesOf(diplomaticEvents).map(asRead)],
  ['CorrectionEnvelope', typesOf(corrections)],
  ['RecordedCorrectionEnvelope', typesOf(corrections).map(asRead)],
];

/** Leaves out what a reference to a schema repeats of it; what it describes otherwise stays. */
const withPlainReferences = (document: oas32.OpenAPIObject): oas32.OpenAPIObject =>
  JSON.parse(JSON.stringify(document), (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('$ref' in part)) return part;
    return { $ref: part.$ref, ...('description' in part && { description: part.description }) };
  }) as oas32.OpenAPIObject;
