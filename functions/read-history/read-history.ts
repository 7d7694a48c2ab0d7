import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { withCounts } from '../../shared/domain/counted-evidence.ts';
import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { readHistoryRequest } from '../../shared/http/requests/read-history.ts';
import { dynamoDBLedgerReader } from '../../shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '../../shared/ledger/ledger.ts';
import { corrections } from '../../shared/projections/corrections.ts';
import { historyOf } from '../../shared/answers/history.ts';
import { positions } from '../../shared/projections/positions.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /events/{eventId}/history` */
export const readHistory = (ledger: Pick<LedgerReader, 'commits'>, ports: Querying) =>
  queryFunction(
    [positions, corrections],
    ports,
  )(async (request, readModels) => {
    const { eventId: id } = parseRequest(readHistoryRequest, request).path;
    const steps = await historyOf({ ledger, readModels }, id);
    if (steps === undefined) throw notFound(`There is no event ${id}; a correction has no history of its own`);
    return json(200, { id, steps: steps.map(({ record, result }) => ({ record, result: withCounts(result) })) });
  });

const client = dynamoDBClient();

export const handler = readHistory(dynamoDBLedgerReader(client, environment('LEDGER_TABLE')), querying(client));
