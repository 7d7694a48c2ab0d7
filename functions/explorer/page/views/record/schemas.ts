import { get } from '../../http.ts';

/** A JSON Schema as the OpenAPI document has it, as far as the form reads it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly format?: string;
  readonly description?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Loads the schemas of the API. */
export async function loadSchemas(): Promise<Schemas> {
  const document = await get<{ readonly components: { readonly schemas: Schemas } }>('/openapi.json');
  return document.components.schemas;
}

/** The name of a schema that is referred to. */
export const refName = (schema: Schema): string | undefined => schema.$ref?.split('/').at(-1);

/** A schema, or the one that it refers to, with the fields of all that it is made of. */
export function resolved(schemas: Schemas, schema: Schema): Schema {
  const own = schemas[refName(schema) ?? ''] ?? schema;
  if (own.allOf === undefined) return own;
  const parts = own.allOf.map((part) => resolved(schemas, part));
  return {
    ...own,
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Readonly<Record<string, Schema>>,
    required: parts.flatMap(({ required = [] }) => required),
  };
}
