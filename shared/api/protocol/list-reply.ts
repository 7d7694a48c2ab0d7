import { type Columns, csv } from './csv.ts';
import { type HttpReply, type HttpRequest, json } from './http-request.ts';
import { nextLink } from './next-link.ts';
import { requireAcceptable } from './not-acceptable.ts';
import { csvMediaType, jsonMediaType, listMediaTypes, ndjsonMediaType, preferred } from './record-media-types.ts';

export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** The cursor of the next page; `null` at the end. */
  readonly next: string | null;
  /** The fields of the JSON besides the items; CSV and NDJSON have no place for them. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface ListShape<Item> {
  /** The name of the CSV file, without its ending. */
  readonly file: string;
  readonly columns: Columns<Item>;
  /** The query parameter that takes the cursor; `cursor` where nothing else is said. */
  readonly parameter?: string;
  /** Representations that the list has besides JSON, CSV and NDJSON, which the caller of `listReply` deals with. */
  readonly others?: readonly string[];
}

/**
 * Returns a page of a list, as JSON `{items, next}` or, when the client asks for it, as CSV (RFC 4180) in a file of
 * this name or as NDJSON, a line for each item. Each leads to the next page by `Link`.
 */
export function listReply<Item>(
  request: HttpRequest,
  { items, next, more = {} }: ListPage<Item>,
  { file, columns, parameter = 'cursor', others = [] }: ListShape<Item>,
): HttpReply {
  requireAcceptable(request, [jsonMediaType, ...listMediaTypes, ...others]);
  const headers = { Vary: 'Accept', ...nextLink(request, parameter, next) };
  switch (preferred(request, listMediaTypes)) {
    case csvMediaType:
      return {
        statusCode: 200,
        headers: {
          ...headers,
          'Content-Type': `${csvMediaType}; charset=utf-8; header=present`,
          'Content-Disposition': `attachment; filename="${file}.csv"`,
        },
        body: csv(items, columns),
      };
    case ndjsonMediaType: {
      const body = items.map((item) => `${JSON.stringify(item)}\n`).join('');
      return { statusCode: 200, headers: { ...headers, 'Content-Type': ndjsonMediaType }, body };
    }
    case undefined:
      return json(200, { ...more, items, next }, headers);
  }
}
