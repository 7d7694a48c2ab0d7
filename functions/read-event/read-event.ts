import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { type HttpReply, json } from '#shared/api/protocol/http-request.ts';
import { readEventRequest } from '#shared/api/requests/read-event.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { eventPaths, shownEvent } from '#shared/read-models/events/shown-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { historyOf, type HistoryStep, recordOf } from '#shared/read-models/events/history.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /events/{eventId}`: the id is the event's address, so no index is asked. A correction has one view: nothing corrects it. */
export const readEvent = (ledger: Pick<LedgerReader, 'commits'>, ports: Querying) =>
  queryFunction(
    [eventRows],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readEventRequest, request);
    const { eventId: id } = path;
    const record = await recordOf({ ledger, readModels }, id);
    if (record === undefined) throw notFound(`There is no event ${id}`);
    if (isCorrection(record)) return json(200, record);
    const steps = await historyOf(readModels, record, query.asOf);
    return query.view === 'recorded' ? asRecorded(record, steps) : asCorrected(steps, `${id}, as of ${query.asOf}`);
  });

/** The record, which leads to its corrected view where that is another. */
function asRecorded(record: RecordedEvent, steps: readonly HistoryStep[]): HttpReply {
  const { corrected, history } = eventPaths(record.id);
  const latest = steps.length > 1 ? `, <${corrected}>; rel="latest-version"` : '';
  return json(200, record, { Link: `<${history}>; rel="version-history"${latest}` });
}

function asCorrected(steps: readonly HistoryStep[], what: string): HttpReply {
  const last = steps.at(-1);
  if (last === undefined) throw notFound(`There is no event ${what}`);
  return json(200, shownEvent(last.result), {
    Link: `<${eventPaths(last.result.id).history}>; rel="version-history"`,
  });
}

const client = dynamoDBClient();

export const handler = readEvent(dynamoDBLedgerReader(client, environment('LEDGER_TABLE')), querying(client));
