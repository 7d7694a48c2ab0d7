import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { withCounts } from '#shared/domain/events/counted-evidence.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { historyColumns } from '#shared/read-models/events/record-columns.ts';
import { readHistoryRequest } from '#shared/api/requests/read-history.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { historyOf, recordOf } from '#shared/read-models/events/history.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /events/{eventId}/history` */
export const readHistory = (ledger: Pick<LedgerReader, 'commits'>, ports: Querying) =>
  queryFunction(
    [eventRows],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readHistoryRequest, request);
    const { eventId: id } = path;
    const { asOf, limit, cursor } = query;
    const record = await recordOf({ ledger, readModels }, id);
    if (record === undefined || isCorrection(record)) {
      throw notFound(`There is no event ${id}; a correction has no history of its own`);
    }
    const steps = await historyOf(readModels, record, asOf);
    const { items, next } = computedPage(steps, {
      ...ports,
      list: JSON.stringify(['history', id, asOf]),
      limit,
      cursor,
    });
    const shown = items.map((step) => ({ ...step, result: withCounts(step.result) }));
    return listReply(request, { items: shown, next, more: { id } }, { file: `history-${id}`, columns: historyColumns });
  });

const client = dynamoDBClient();

export const handler = readHistory(dynamoDBLedgerReader(client, environment('LEDGER_TABLE')), querying(client));
