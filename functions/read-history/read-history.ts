import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { withCounts } from '../../shared/http/counted-evidence.ts';
import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { readHistoryRequest } from '../../shared/http/requests/read-history.ts';
import { dynamoDBLedgerReader } from '../../shared/ledger/dynamodb-ledger-reader.ts';
import { dynamoDBReadModels } from '../../shared/projections/dynamodb-read-models.ts';
import { type HistorySources, historyOf } from '../../shared/projections/history.ts';
import { httpFunction } from '../middleware/http-function.ts';

/** `GET /events/{eventId}/history` */
export const readHistory = (sources: HistorySources) =>
  httpFunction(async (request) => {
    const { eventId: id } = parseRequest(readHistoryRequest, request).path;
    const steps = await historyOf(sources, id);
    if (steps === undefined) throw notFound(`There is no event ${id}; a correction has no history of its own`);
    return json(200, { id, steps: steps.map(({ record, result }) => ({ record, result: withCounts(result) })) });
  });

const client = dynamoDBClient();

export const handler = readHistory({
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  readModels: dynamoDBReadModels(client, environment('READ_MODELS_TABLE')),
});
