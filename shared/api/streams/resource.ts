import * as z from 'zod';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { lastVersion } from '#shared/ledger/commit.ts';
import {
  readCommitPage,
  readStreamPage,
  type StreamPage,
  type StreamPageQuery,
} from '#shared/ledger/read-stream-page.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { recordColumns } from '#shared/read-models/events/record-columns.ts';
import { withPositions } from '#shared/read-models/events/with-positions.ts';
import { type QueryCall, queryResource } from '#shared/read-models/query-resource.ts';
import { unlessKnown } from '#shared/api/protocol/conditional.ts';
import { Cursor, NextCursor } from '#shared/api/protocol/cursor-schema.ts';
import { EventAsRead } from '#shared/api/protocol/event-as-read.ts';
import { hashedFields } from '#shared/api/protocol/hashed-fields.ts';
import { type HttpReply, json } from '#shared/api/protocol/http-request.ts';
import { PageLimit, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { nextLink } from '#shared/api/protocol/next-link.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { etag } from '#shared/api/protocol/problem-of.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { linkHeader, listAsText, notModified, pageOf } from '#shared/api/protocol/query-responses.ts';
import { accepts, commitsMediaType } from '#shared/api/protocol/record-media-types.ts';
import { StreamPath } from '#shared/api/protocol/stream-path.ts';

export const readStreamRequest = () =>
  ({
    path: StreamPath,
    headers: ReadHeaders,
    query: z.strictObject({
      from: z.coerce.number().int().min(1).optional().meta({ description: 'The version to start with' }),
      limit: PageLimit,
      direction: z.enum(['forward', 'backward']).default('forward'),
      cursor: Cursor.optional(),
      ...readParameters,
    }),
  }) as const satisfies RequestContract;

/** `GET /streams/{category}/{id}/events`: as events, or as the commits they are hashed in. */
export const readStream = queryResource(
  [eventRows],
  readStreamRequest,
  async ({ path: stream, query, readModels, ledger, cursors, request }) => {
    const { direction, limit } = query;
    const list = `${stream} ${direction}`;
    const from = query.cursor === undefined ? query.from : Number(cursors.verify(list, query.cursor));
    const version = lastVersion(await ledger.head(stream));
    if (version === 0) throw notFound(`There is no stream ${stream}`);
    const asked = { direction, limit, from };
    const tag = { ETag: etag(version) };
    const signed = (next: number | undefined) => (next === undefined ? null : cursors.sign(list, String(next)));
    if (accepts(request, commitsMediaType)) {
      const page = await readCommitPage(ledger, stream, asked);
      const next = signed(page.next);
      const headers = {
        ...tag,
        'Content-Type': commitsMediaType,
        Vary: 'Accept',
        ...nextLink(request, 'cursor', next),
      };
      return unlessKnown(request, json(200, { items: page.items, next }, headers));
    }
    const { items, next } = await readEventPage({ ledger, readModels }, stream, asked);
    const shape = { file: stream.replace('/', '-'), columns: recordColumns, others: [commitsMediaType] };
    const reply = withHeaders(listReply(request, { items, next: signed(next) }, shape), tag);
    // An event without a position gets one later, while the stream keeps its version.
    return items.every(({ position }) => position !== undefined) ? unlessKnown(request, reply) : reply;
  },
);

const withHeaders = (reply: HttpReply, headers: HttpReply['headers']): HttpReply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});

async function readEventPage(
  { ledger, readModels }: Pick<QueryCall, 'ledger' | 'readModels'>,
  stream: string,
  query: StreamPageQuery,
): Promise<StreamPage<RecordedEvent>> {
  const page = await readStreamPage(ledger, stream, query);
  return { ...page, items: await withPositions(readModels, stream, page.items) };
}

export const readStreamOperation = (): Operation => {
  const CommitAsHashed = z
    .object({
      stream: StreamName,
      version: z.int(),
      count: z.int(),
      events: z.string().meta({ description: 'Canonical JSON (RFC 8785): the text that is hashed' }),
      ...hashedFields,
      format: z
        .literal(2)
        .optional()
        .meta({
          description:
            '2: the hash is that of `previousHash`, of the JSON array [format, stream, version, count, commitId, committedAt, state], and of `events`; ' +
            'absent: of `previousHash` and `events`',
        }),
      commitId: z.string(),
      state: z
        .string()
        .meta({ description: 'What the events up to here make of the stream, for the rules of what follows' }),
      committedAt: z.iso.datetime(),
    })
    .meta({ id: 'CommitAsHashed' });
  return {
    summary: 'The events of a stream',
    description: 'Straight from the ledger: an event that was acknowledged is here.',
    request: readStreamRequest(),
    responses: {
      200: {
        description: 'A page of events',
        content: {
          'application/json': pageOf(EventAsRead, NextCursor),
          ...listAsText,
          [commitsMediaType]: pageOf(CommitAsHashed, NextCursor),
        },
        headers: linkHeader.extend({
          ETag: z.string().meta({ description: "The stream's version, for `If-Match` and `If-None-Match`" }),
        }),
      },
      304: notModified,
    },
    problems: ['invalid-request', 'invalid-cursor', 'not-found', 'projection-lagging'],
  };
};
