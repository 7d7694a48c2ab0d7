import type * as z from 'zod';
import { csvMediaType } from '#shared/api/protocol/record-media-types.ts';
import { Cursor } from '#shared/api/protocol/list-parameters.ts';
import type { Reply } from './operation.ts';
import { CsvText, linkHeader, notModified, pageOf, taggedHeader } from './recorded-event.ts';

/** A page of a list, as JSON or CSV, tagged; `more` is what the JSON says beside the items. */
export const listOf = (description: string, item: z.ZodType, more: z.core.$ZodLooseShape = {}) =>
  ({
    200: {
      description,
      content: { 'application/json': pageOf(item, Cursor.nullable()).extend(more), [csvMediaType]: CsvText },
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

/** The answer about a dyad whose codes are in the other order. */
export const toCanonicalDyad = {
  308: { description: 'The codes are not in order: the canonical dyad is at `Location`' },
} satisfies Record<number, Reply>;
