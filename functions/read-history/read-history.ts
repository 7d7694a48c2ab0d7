import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { withCounts } from '../../shared/domain/counted-evidence.ts';
import { isCorrection } from '../../shared/domain/correction-types.ts';
import { computedPage } from '../../shared/http/computed-page.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { historyColumns } from '../../shared/http/record-columns.ts';
import { readHistoryRequest } from '../../shared/http/requests/read-history.ts';
import { dynamoDBLedgerReader } from '../../shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '../../shared/ledger/ledger.ts';
import { corrections } from '../../shared/projections/corrections.ts';
import { historyOf, recordOf } from '../../shared/answers/history.ts';
import { positions } from '../../shared/projections/positions.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /events/{eventId}/history` */
export const readHistory = (ledger: Pick<LedgerReader, 'commits'>, ports: Querying) =>
  queryFunction(
    [positions, corrections],
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
