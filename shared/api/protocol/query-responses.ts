import * as z from 'zod';
import { NextCursor } from './cursor-schema.ts';
import type { OperationResponse } from './operation.ts';
import { csvMediaType, ndjsonMediaType } from './record-media-types.ts';

/** A page of a list; `next` is the cursor of the page that follows. */
export const pageOf = (item: z.ZodType, next: z.ZodType) => z.object({ items: z.array(item), next });

/** The `ETag` of a response. */
export const taggedHeader = z.object({
  ETag: z
    .string()
    .optional()
    .meta({ description: 'Of this very response; for `If-None-Match`', header: { id: 'ETag' } }),
});

/** How far the read models are that a response was read from. */
export const watermarkHeader = z.object({
  Watermark: z.string().meta({
    description:
      'The global position up to which the response is complete. Sums may have some of what came right after it; with `asOf` they are exact',
    examples: ['1204'],
    header: { id: 'Watermark' },
  }),
});

/** The response to a client that has the current representation. */
export const notModified = {
  id: 'NotModified',
  description: 'The response with the `ETag` that `If-None-Match` names is still current',
} satisfies OperationResponse;

/** The representations of a list besides JSON. */
export const listAsText = {
  [csvMediaType]: z.string().meta({ id: 'CsvText', description: 'RFC 4180, with a row of headings' }),
  [ndjsonMediaType]: z.string().meta({ id: 'NdjsonText', description: 'The items, each as JSON on a line of its own' }),
};

/** `Link: <…>; rel="next"` (RFC 8288). */
export const linkHeader = z.object({
  Link: z
    .string()
    .optional()
    .meta({ description: 'The next page, `rel="next"` (RFC 8288)', header: { id: 'Link' } }),
});

/**
 * A page of a list, as JSON, CSV or NDJSON, with an `ETag`; `more` are the fields of the JSON besides the items, `id`
 * the name of a response that several operations have.
 */
export const listOf = (description: string, item: z.ZodType, more: z.core.$ZodLooseShape = {}, id?: string) =>
  ({
    200: {
      ...(id !== undefined && { id }),
      description,
      content: { 'application/json': pageOf(item, NextCursor).extend(more), ...listAsText },
      headers: linkHeader.extend(taggedHeader.shape),
    },
    304: notModified,
  }) satisfies Record<number, OperationResponse>;

/** One thing, as JSON, with an `ETag`. */
export const oneOf = (description: string, schema: z.ZodType) =>
  ({
    200: { description, content: { 'application/json': schema }, headers: taggedHeader },
    304: notModified,
  }) satisfies Record<number, OperationResponse>;

/** Redirects a dyad whose codes are in the other order. */
export const toCanonicalDyad = {
  308: { id: 'ToCanonicalDyad', description: 'The codes are not in order: the canonical dyad is at `Location`' },
} satisfies Record<number, OperationResponse>;
