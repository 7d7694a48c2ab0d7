import type * as z from 'zod';
import { csvMediaType } from '../record-media-types.ts';
import { Cursor } from '../requests/list-parameters.ts';
import type { Reply } from './operation.ts';
import { CsvText, linkHeader, notModified, pageOf, taggedHeader } from './recorded-event.ts';

/** A page of a list, as JSON or CSV, tagged. */
export const listOf = (description: string, item: z.ZodType) =>
  ({
    200: {
      description,
      content: { 'application/json': pageOf(item, Cursor.nullable()).loose(), [csvMediaType]: CsvText },
      headers: linkHeader.extend(taggedHeader.shape),
    },
    304: notModified,
  }) satisfies Record<number, Reply>;

/** One thing, as JSON, tagged. */
export const oneOf = (description: string, schema: z.ZodType) =>
  ({
    200: { description, content: { 'application/json': schema }, headers: taggedHeader },
    304: notModified,
  }) satisfies Record<number, Reply>;
