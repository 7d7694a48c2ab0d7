import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { json } from '../../shared/http/http-request.ts';
import { nextLink } from '../../shared/http/next-link.ts';
import { readStreamRequest } from '../../shared/http/requests/read-stream.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { etag } from '../../shared/http/problem-of.ts';
import { notFound } from '../../shared/http/problem.ts';
import { lastVersion } from '../../shared/ledger/commit.ts';
import { dynamoDBLedgerReader } from '../../shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '../../shared/ledger/ledger.ts';
import {
  readCommitPage,
  readStreamPage,
  type StreamPage,
  type StreamPageQuery,
} from '../../shared/ledger/read-stream-page.ts';
import { accepts, commitsMediaType } from '../../shared/http/record-media-types.ts';
import type { RecordedEvent } from '../../shared/domain/recorded-event.ts';
import { positions } from '../../shared/projections/positions.ts';
import { withPositions } from '../../shared/answers/with-positions.ts';
import type { ReadModels } from '../../shared/projections/read-models.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /streams/{category}/{id}/events`: as events, or as the commits they are hashed in. */
export const readStream = (ledger: Pick<LedgerReader, 'head' | 'commits'>, ports: Querying) =>
  queryFunction(
    [positions],
    ports,
  )(async (request, readModels) => {
    const { path: stream, query } = parseRequest(readStreamRequest, request);
    const { direction, limit } = query;
    const list = `${stream} ${direction}`;
    const from = query.cursor === undefined ? query.from : Number(ports.cursors.open(list, query.cursor));
    const version = lastVersion(await ledger.head(stream));
    if (version === 0) throw notFound(`There is no stream ${stream}`);
    const asCommits = accepts(request, commitsMediaType);
    const page = asCommits
      ? await readCommitPage(ledger, stream, { direction, limit, from })
      : await readEventPage(ledger, readModels, stream, { direction, limit, from });
    const next = page.next === undefined ? null : ports.cursors.seal(list, String(page.next));
    return json(
      200,
      { items: page.items, next },
      {
        ...(asCommits && { 'Content-Type': commitsMediaType }),
        ETag: etag(version),
        Vary: 'Accept',
        ...nextLink(request, 'cursor', next),
      },
    );
  });

async function readEventPage(
  ledger: Pick<LedgerReader, 'commits'>,
  readModels: Pick<ReadModels, 'load'>,
  stream: string,
  query: StreamPageQuery,
): Promise<StreamPage<RecordedEvent>> {
  const page = await readStreamPage(ledger, stream, query);
  return { ...page, items: await withPositions(readModels, stream, page.items) };
}

const client = dynamoDBClient();

export const handler = readStream(dynamoDBLedgerReader(client, environment('LEDGER_TABLE')), querying(client));
