import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { unlessKnown } from '#shared/api/protocol/conditional.ts';
import { type HttpReply, json } from '#shared/api/protocol/http-request.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { nextLink } from '#shared/api/protocol/next-link.ts';
import { recordColumns } from '#shared/read-models/events/record-columns.ts';
import { readStreamRequest } from '#shared/api/requests/read-stream.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { etag } from '#shared/api/protocol/problem-of.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { lastVersion } from '#shared/ledger/commit.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import {
  readCommitPage,
  readStreamPage,
  type StreamPage,
  type StreamPageQuery,
} from '#shared/ledger/read-stream-page.ts';
import { accepts, commitsMediaType } from '#shared/api/protocol/record-media-types.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { withPositions } from '#shared/read-models/events/with-positions.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /streams/{category}/{id}/events`: as events, or as the commits they are hashed in. */
export const readStream = (ledger: Pick<LedgerReader, 'head' | 'commits'>, ports: Querying) =>
  queryFunction(
    [eventRows],
    ports,
  )(async (request, readModels) => {
    const { path: stream, query } = parseRequest(readStreamRequest, request);
    const { direction, limit } = query;
    const list = `${stream} ${direction}`;
    const from = query.cursor === undefined ? query.from : Number(ports.cursors.open(list, query.cursor));
    const version = lastVersion(await ledger.head(stream));
    if (version === 0) throw notFound(`There is no stream ${stream}`);
    const asked = { direction, limit, from };
    const tag = { ETag: etag(version) };
    const seal = (next: number | undefined) => (next === undefined ? null : ports.cursors.seal(list, String(next)));
    if (accepts(request, commitsMediaType)) {
      const page = await readCommitPage(ledger, stream, asked);
      const next = seal(page.next);
      const headers = {
        ...tag,
        'Content-Type': commitsMediaType,
        Vary: 'Accept',
        ...nextLink(request, 'cursor', next),
      };
      return unlessKnown(request, json(200, { items: page.items, next }, headers));
    }
    const { items, next } = await readEventPage(ledger, readModels, stream, asked);
    const shape = { file: stream.replace('/', '-'), columns: recordColumns, others: [commitsMediaType] };
    const reply = withHeaders(listReply(request, { items, next: seal(next) }, shape), tag);
    // An event without a position is told otherwise later, while the stream keeps its version.
    return items.every(({ position }) => position !== undefined) ? unlessKnown(request, reply) : reply;
  });

const withHeaders = (reply: HttpReply, headers: HttpReply['headers']): HttpReply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});

async function readEventPage(
  ledger: Pick<LedgerReader, 'commits'>,
  readModels: RowReader,
  stream: string,
  query: StreamPageQuery,
): Promise<StreamPage<RecordedEvent>> {
  const page = await readStreamPage(ledger, stream, query);
  return { ...page, items: await withPositions(readModels, stream, page.items) };
}

const client = dynamoDBClient();

export const handler = readStream(dynamoDBLedgerReader(client, environment('LEDGER_TABLE')), querying(client));
