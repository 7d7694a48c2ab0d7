import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { json } from '../../shared/http/http-request.ts';
import { readEventRequest } from '../../shared/http/requests/read-event.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { eventAt } from '../../shared/ledger/event-at.ts';
import { dynamoDBLedgerReader } from '../../shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '../../shared/ledger/ledger.ts';
import { positions } from '../../shared/projections/positions.ts';
import { withPositions } from '../../shared/answers/with-positions.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /events/{eventId}`: the id is the event's address, so no index is asked. */
export const readEvent = (ledger: Pick<LedgerReader, 'commits'>, ports: Querying) =>
  queryFunction(
    [positions],
    ports,
  )(async (request, readModels) => {
    const { eventId } = parseRequest(readEventRequest, request).path;
    const event = await eventAt(ledger, eventId);
    if (event === undefined) throw notFound(`There is no event ${eventId}`);
    const [found] = await withPositions(readModels, event.stream, [event]);
    return json(200, found, { Link: `</events/${eventId}/history>; rel="version-history"` });
  });

const client = dynamoDBClient();

export const handler = readEvent(dynamoDBLedgerReader(client, environment('LEDGER_TABLE')), querying(client));
