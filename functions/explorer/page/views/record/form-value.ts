import { type Schema, type Schemas, resolved } from './schemas.ts';
import { partyOf } from '../../party-name.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/**
 * Reads a value out of a form whose fields are named by their JSON Pointers, as its schema says; undefined where
 * nothing was filled in, so that an optional field stays out.
 */
export function valueOf(
  fields: ReadonlyMap<string, string>,
  schemas: Schemas,
  schema: Schema,
  pointer: string,
): Json | undefined {
  const { type, properties, items, ...own } = resolved(schemas, schema);
  if (properties !== undefined) {
    const entries = Object.entries(properties).flatMap(([name, property]): [string, Json][] => {
      const value = valueOf(fields, schemas, property, `${pointer}/${name}`);
      return value === undefined ? [] : [[name, value]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  if (type === 'array') return listOf(fields, schemas, items ?? {}, pointer);
  const text = fields.get(pointer)?.trim() ?? '';
  if (text === '') return undefined;
  if (type === 'number' || type === 'integer' || typeof own.enum?.[0] === 'number') return Number(text);
  if (type === 'boolean') return text === 'on';
  return schema.$ref?.endsWith('/PartyCode') === true ? (partyOf(text) ?? text) : text;
}

/** A list of texts is one field, separated by commas; one of objects has a number in each pointer. */
function listOf(
  fields: ReadonlyMap<string, string>,
  schemas: Schemas,
  items: Schema,
  pointer: string,
): Json | undefined {
  const values: Json[] = [];
  if (resolved(schemas, items).properties === undefined) {
    for (const text of (fields.get(pointer) ?? '').split(',')) {
      const value = valueOf(new Map([['', text]]), schemas, items, '');
      if (value !== undefined) values.push(value);
    }
  } else {
    for (let index = 0; index < 30; index += 1) {
      const value = valueOf(fields, schemas, items, `${pointer}/${index}`);
      if (value !== undefined) values.push(value);
    }
  }
  return values.length === 0 ? undefined : values;
}

/** The fields of a form by name, those that are text. */
export const fieldsOf = (form: HTMLFormElement): ReadonlyMap<string, string> =>
  new Map(
    [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
